package org.gatehouse.kyc.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.gatehouse.vault.Randomness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private final Randomness randomness = new Randomness();

    /** The vector of the specification's own libraries. */
    @Test
    void aSignatureIsThatOfTheStandard() {
        WebhookSecret secret = WebhookSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        assertEquals(
                "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                secret.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, "{\"test\": 2432232314}"));
    }

    @Test
    void aSecretIs32RandomBytes() {
        String text = WebhookSecret.random(randomness).text();
        assertTrue(text.startsWith("whsec_"));
        assertEquals(32, Base64.getDecoder().decode(text.substring(6)).length);
    }

    @Test
    void theSecretBeforeSignsForADayBesides() {
        WebhookSecret first = WebhookSecret.random(randomness);
        WebhookSecret second = WebhookSecret.random(randomness);
        Secrets both =
                Secrets.fromJson(Secrets.of(first).replacedBy(second, NOW).toJson());
        assertEquals(signed(second, NOW) + " " + signed(first, NOW), both.signatures("id", NOW, "{}"));
        Instant later = NOW.plus(Duration.ofHours(24));
        assertEquals(signed(second, later), both.signatures("id", later, "{}"));
    }

    private static String signed(WebhookSecret secret, Instant at) {
        return secret.sign("id", at.getEpochSecond(), "{}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://rp.example/hook",
                "https://rp.example:8443/hook?for=kyc",
                "https://10.1.2.3/hook",
                "http://localhost:8080/",
                "http://127.0.0.1/"
            })
    void webhooksAreAtHttpsOrOnThisMachine(String url) {
        assertTrue(WebhookAddress.parse(url).isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "rp.example/hook",
                "http://rp.example/hook",
                "ftp://rp.example/hook",
                "https://",
                "https://user:pass@rp.example/hook",
                "https://rp.example/hook#here",
                "https://rp.example/a b",
                "https://rp.example/\u0000",
                "https://rp.exämple/",
                "https://rp.example:99999/",
                "https://169.254.169.254/latest/meta-data",
                "https://[fe80::1]/",
                "https://[::ffff:169.254.169.254]/"
            })
    void webhooksAreNowhereElse(String url) {
        assertTrue(WebhookAddress.parse(url).isEmpty());
    }

    @Test
    void anAddressHas2000CharactersAtMost() {
        String longest = "https://rp.example/" + "a".repeat(1_981);
        assertTrue(WebhookAddress.parse(longest).isPresent());
        assertTrue(WebhookAddress.parse(longest + "a").isEmpty());
    }
}
