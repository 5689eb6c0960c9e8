package org.gatehouse.selfkey;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import org.gatehouse.endpoint.RootEndpoint;
import org.gatehouse.http.Json;
import org.gatehouse.http.PublicUrl;
import org.gatehouse.vault.MasterKey;
import org.gatehouse.vault.Randomness;

/**
 * Challenge tokens: what a wallet fetches first, and sends back with its signature. Nothing is stored until it does.
 *
 * <p>A token is a JWT in the compact form of RFC 7515, whose claims the wallet reads; nobody else than us checks it, so that it carries a MAC under a key that
 * follows from the master key. All of them have the same header, which is compared as it stands: no other algorithm is ever looked at.
 */
@Dependent
class ChallengeTokens {
    private static final String PURPOSE = "challenge token of SelfKey";
    private static final String USE = "challenge";
    private static final String HEADER = encoded("{\"alg\":\"HS256\",\"typ\":\"JWT\"}".getBytes(US_ASCII));
    private static final int PARTS = 3;

    private final MasterKey master;
    private final PublicUrl publicUrl;
    private final SelfkeySettings settings;
    private final Randomness randomness;
    private final Clock clock;

    @Inject
    ChallengeTokens(
            MasterKey master, PublicUrl publicUrl, SelfkeySettings settings, Randomness randomness, Clock clock) {
        this.master = master;
        this.publicUrl = publicUrl;
        this.settings = settings;
        this.randomness = randomness;
        this.clock = clock;
    }

    /** Makes a challenge for this claimant at this root endpoint, under both names that wallets look for: {@code challenge}, or else {@code nonce}. */
    String issue(RootEndpoint root, Claimant claimant) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        String text = ChallengeText.of(publicUrl.host(), root.client().name(), randomness.secret());
        JsonObjectBuilder claims = Json.object()
                .add("token_use", USE)
                .add("aud", root.url())
                .add("jti", randomness.id())
                .add("iat", now.getEpochSecond())
                .add("exp", now.plus(settings.challenge()).getEpochSecond())
                .add("nonce", text)
                .add("challenge", text);
        claimant.did().ifPresent(did -> claims.add("sub", did.toString()));
        String signed = HEADER + "." + encoded(claims.build().toString().getBytes(UTF_8));
        return signed + "." + encoded(master.mac(signed.getBytes(US_ASCII), PURPOSE));
    }

    /** The challenge in this token; empty where it is not one of ours for this root endpoint, or has expired. */
    Optional<ChallengeToken> check(RootEndpoint root, String jwt) {
        String[] parts = jwt.split("\\.", -1);
        if (parts.length != PARTS || !parts[0].equals(HEADER)) return Optional.empty();
        byte[] signed = (parts[0] + "." + parts[1]).getBytes(UTF_8);
        return decoded(parts[2])
                .filter(mac -> master.verifies(mac, signed, PURPOSE))
                .flatMap(ours -> decoded(parts[1]))
                .flatMap(Json::parse)
                .filter(claims ->
                        USE.equals(claims.getString("token_use")) && root.url().equals(claims.getString("aud")))
                .map(ChallengeTokens::token)
                .filter(token -> clock.instant().isBefore(token.expiresAt()));
    }

    private static ChallengeToken token(JsonObject claims) {
        return new ChallengeToken(
                Claimant.parse(claims.getString("sub", "")),
                claims.getString("challenge"),
                claims.getString("jti"),
                time(claims, "iat"),
                time(claims, "exp"));
    }

    private static Instant time(JsonObject claims, String name) {
        return Instant.ofEpochSecond(claims.getJsonNumber(name).longValue());
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The bytes of a text in the one form that {@link #encoded} gives. */
    private static Optional<byte[]> decoded(String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            return encoded(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
