package org.gatehouse.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.Fake;
import org.gatehouse.vault.Randomness;
import org.gatehouse.vault.Secret;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CookiesTest {
    private final Secret secret = new Randomness().secret();

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080,     session,          /,      false",
        "http://localhost:8080/a,   session,          /a/,    false",
        "https://gate.example,      __Host-session,   /,      true",
        "https://gate.example/base, __Secure-session, /base/, true"
    })
    void aSecretIsKeptAsTightlyAsThePublicUrlAllows(String publicUrl, String name, String path, boolean secure) {
        Cookie cookie =
                answered(response -> cookies(publicUrl).write(response, "session", secret, Duration.ofHours(12)));
        assertEquals(name, cookie.getName());
        assertEquals(secret.text(), cookie.getValue());
        assertEquals(path, cookie.getPath());
        assertEquals(secure, cookie.getSecure());
        assertTrue(cookie.isHttpOnly());
        assertEquals("Lax", cookie.getAttribute("SameSite"));
        assertEquals(43_200, cookie.getMaxAge());
        assertEquals(null, cookie.getDomain(), "a domain would share it with other hosts, and __Host- forbids it");
    }

    @Test
    void toForgetACookieIsToAnswerItsNameAndPathWithoutAgeOrValue() {
        Cookie cookie =
                answered(response -> cookies("https://gate.example/base").clear(response, "session"));
        assertEquals("__Secure-session", cookie.getName());
        assertEquals("/base/", cookie.getPath());
        assertEquals("", cookie.getValue());
        assertEquals(0, cookie.getMaxAge());
        assertTrue(cookie.getSecure());
    }

    @Test
    void whatWasWrittenIsRead() {
        Cookies cookies = cookies("https://gate.example");
        Cookie cookie = answered(response -> cookies.write(response, "session", secret, Duration.ofHours(1)));
        assertEquals(Optional.of(secret), cookies.read(request(new Cookie("other", "x"), cookie), "session"));
        assertEquals(Optional.empty(), cookies.read(request(cookie), "attempt"));
    }

    @Test
    void overTlsACookieWithoutThePrefixIsNotOurs() {
        Cookie planted = new Cookie("session", secret.text());
        assertEquals(Optional.empty(), cookies("https://gate.example").read(request(planted), "session"));
        assertEquals(
                Optional.empty(),
                cookies("https://gate.example")
                        .read(request(new Cookie("__Secure-session", secret.text())), "session"));
    }

    @Test
    void noCookiesAndNoSecretsAreNone() {
        Cookies cookies = cookies("http://localhost:8080");
        assertEquals(Optional.empty(), cookies.read(request(), "session"));
        assertEquals(Optional.empty(), cookies.read(request(new Cookie("session", "")), "session"));
        assertEquals(Optional.empty(), cookies.read(request(new Cookie("session", "not-a-secret")), "session"));
        assertEquals(Optional.empty(), cookies.read(requestWith(null), "session"));
    }

    private static Cookies cookies(String publicUrl) {
        return new Cookies(new PublicUrl(URI.create(publicUrl)));
    }

    private interface Answering {
        void to(HttpServletResponse response);
    }

    /** The one cookie of this answer. */
    private static Cookie answered(Answering answering) {
        List<Cookie> added = new ArrayList<>();
        answering.to(Fake.of(HttpServletResponse.class, Map.of("addCookie", arguments -> {
            added.add((Cookie) arguments[0]);
            return null;
        })));
        assertEquals(1, added.size());
        return added.get(0);
    }

    private static HttpServletRequest request(Cookie... cookies) {
        return requestWith(cookies);
    }

    private static HttpServletRequest requestWith(Cookie @Nullable [] cookies) {
        return Fake.of(HttpServletRequest.class, Map.of("getCookies", arguments -> cookies));
    }
}
