package org.gatehouse.idena;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gatehouse.config.Defaults;
import org.gatehouse.http.PublicUrl;
import org.gatehouse.session.Attempt;
import org.gatehouse.session.AttemptPurpose;
import org.gatehouse.session.AttemptState;
import org.gatehouse.session.LocalPath;
import org.gatehouse.session.WalletToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdenaWalletTest {
    private static final String TOKEN = "hycx74ihzvxu7ajvryyiy647vn";
    private static final String ID = "2cf42fe06b9caa8f2557fb5907457a9f";
    private static final Attempt ATTEMPT = new Attempt(
            ID,
            new WalletToken(TOKEN),
            AttemptState.PENDING,
            Instant.EPOCH,
            Instant.EPOCH,
            Optional.empty(),
            Optional.empty(),
            AttemptPurpose.SIGN_IN,
            LocalPath.HOME);

    private static IdenaWallet wallet(String publicUrl) {
        return new IdenaWallet(IdenaSettings.read(Defaults.keys()), new PublicUrl(URI.create(publicUrl)));
    }

    private static Map<String, String> expected(String publicUrl) {
        return Map.of(
                "token", TOKEN,
                "callback_url", publicUrl + "/signin/return/" + ID,
                "nonce_endpoint", publicUrl + "/idena/v1/start-session",
                "authentication_endpoint", publicUrl + "/idena/v1/authenticate",
                "favicon_url", publicUrl + "/favicon.ico");
    }

    @Test
    void theWebLinkIsThisToTheByte() {
        assertEquals(
                "https://app.idena.io/dna/signin?token=" + TOKEN
                        + "&callback_url=https%3A%2F%2Fgate.example%2Fsignin%2Freturn%2F" + ID
                        + "&nonce_endpoint=https%3A%2F%2Fgate.example%2Fidena%2Fv1%2Fstart-session"
                        + "&authentication_endpoint=https%3A%2F%2Fgate.example%2Fidena%2Fv1%2Fauthenticate"
                        + "&favicon_url=https%3A%2F%2Fgate.example%2Ffavicon.ico"
                        + "&callback_target=_self",
                wallet("https://gate.example").offer(ATTEMPT, Optional.empty()).web());
    }

    @Test
    void theDesktopLinkIsThatOfTheDocumentsWithAVersionInItsPath() {
        String link =
                wallet("https://gate.example").offer(ATTEMPT, Optional.empty()).desktop();
        assertTrue(link.startsWith("dna://signin/v1?token=" + TOKEN + "&callback_url=https%3A%2F%2F"), link);
        assertEquals("/v1", URI.create(link).getPath());
        assertEquals(expected("https://gate.example"), asTheAppReads(query(link)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://gate.example",
                "https://gate.example:8443/base",
                "https://gate.example/a.b/c_d~e-f",
                "http://localhost:8080",
                "http://[::1]:8080"
            })
    void theAppReadsEachValueAlthoughItDecodesTwice(String publicUrl) {
        Map<String, String> read = asTheAppReads(
                query(wallet(publicUrl).offer(ATTEMPT, Optional.empty()).web()));
        assertEquals("_self", read.remove("callback_target"));
        assertEquals(expected(publicUrl), read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://gate.example", "https://gate.example/a.b/c_d~e-f", "http://[::1]:8080"})
    void theValuesOutliveTheHandOverToTheDesktopAppWhichEncodesNothing(String publicUrl) {
        Map<String, String> read = asTheAppReads(
                query(wallet(publicUrl).offer(ATTEMPT, Optional.empty()).web()));
        read.values().forEach(value -> assertFalse(value.matches(".*[&#%+ ?].*"), value));
        String handedOn = read.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .collect(Collectors.joining("&"));
        Map<String, String> atTheDesktop = asTheAppReads(handedOn);
        assertEquals("_self", atTheDesktop.remove("callback_target"));
        assertEquals(expected(publicUrl), atTheDesktop);
    }

    @Test
    void theWebAppIsTheConfiguredOne() {
        IdenaSettings other = IdenaSettings.read(
                Defaults.with(Map.of("gatehouse.idena.web-app", "http://localhost:8080/practice-wallet")));
        String link = new IdenaWallet(other, new PublicUrl(URI.create("http://localhost:8080")))
                .offer(ATTEMPT, Optional.empty())
                .web();
        assertTrue(link.startsWith("http://localhost:8080/practice-wallet?token="), link);
    }

    @Test
    void isCalledIdenaInPathsAndBundles() {
        assertEquals("idena", wallet("https://gate.example").name());
    }

    private static String query(String link) {
        return link.substring(link.indexOf('?') + 1);
    }

    /** What the app's {@code extractQueryParams} reads: each value through {@code URLSearchParams}, and through {@code decodeURIComponent} again. */
    private static Map<String, String> asTheAppReads(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String parameter : List.of(query.split("&", -1))) {
            String[] nameAndValue = parameter.split("=", 2);
            String once = URLDecoder.decode(nameAndValue[1], StandardCharsets.UTF_8);
            // Unlike URLDecoder, decodeURIComponent leaves a plus as it is.
            String twice = URLDecoder.decode(once.replace("+", "%2B"), StandardCharsets.UTF_8);
            parameters.put(nameAndValue[0], twice);
        }
        return parameters;
    }
}
