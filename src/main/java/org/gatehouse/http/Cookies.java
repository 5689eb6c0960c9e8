package org.gatehouse.http;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.gatehouse.vault.Secret;

/**
 * Cookies that hold a secret: {@code HttpOnly}, {@code SameSite=Lax}, limited to the public URL's path, and over TLS {@code Secure} with a
 * prefix that the browser holds us to (RFC 6265bis section 4.1.3).
 */
@Dependent
public class Cookies {
    private final PublicUrl publicUrl;

    @Inject
    public Cookies(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** The secret of the cookie of this name; empty where there is none or it has not the form of a secret. */
    public Optional<Secret> read(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) return Optional.empty();
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(fullName(name))) return Secret.parse(cookie.getValue());
        }
        return Optional.empty();
    }

    /** Gives the browser a secret to keep for so long. */
    public void write(HttpServletResponse response, String name, Secret secret, Duration lifetime) {
        response.addCookie(cookie(name, secret.text(), Math.toIntExact(lifetime.toSeconds())));
    }

    /** Makes the browser forget the cookie. */
    public void clear(HttpServletResponse response, String name) {
        response.addCookie(cookie(name, "", 0));
    }

    private Cookie cookie(String name, String value, int seconds) {
        Cookie cookie = new Cookie(fullName(name), value);
        cookie.setPath(publicUrl.cookiePath());
        cookie.setHttpOnly(true);
        cookie.setSecure(publicUrl.secure());
        cookie.setMaxAge(seconds);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }

    private String fullName(String name) {
        if (!publicUrl.secure()) return name;
        return (publicUrl.cookiePath().equals("/") ? "__Host-" : "__Secure-") + name;
    }
}
