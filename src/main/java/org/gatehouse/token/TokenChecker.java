package org.gatehouse.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.Optional;
import java.util.function.Function;
import org.gatehouse.http.PublicUrl;
import org.gatehouse.token.TokenCheck.Reason;
import org.gatehouse.token.TokenCheck.Refused;
import org.gatehouse.token.TokenCheck.Valid;
import org.jspecify.annotations.Nullable;

/** Checks tokens that this Gatehouse minted, by the rules of RFC 8725 section 3. */
@Dependent
public class TokenChecker {
    private static final int MOST_CHARACTERS = 8_192;
    /** How far the clocks of two nodes may be apart. */
    private static final Duration SKEW = Duration.ofSeconds(5);

    private final KeyRings rings;
    private final PublicUrl publicUrl;
    private final Clock clock;

    @Inject
    TokenChecker(KeyRings rings, PublicUrl publicUrl, Clock clock) {
        this.rings = rings;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    /**
     * Checks a token. Bad input is refused, never thrown.
     *
     * @param jwt what the caller sent
     * @param type the one type that is taken here
     * @param audience the one audience that is taken here
     */
    public TokenCheck check(String jwt, TokenType type, String audience) {
        return check(
                jwt,
                type,
                claims -> claims.getAudience().contains(audience)
                        ? wrongTime(claims)
                        : Optional.of(Reason.WRONG_AUDIENCE));
    }

    /**
     * Checks a token where it counts that we minted it and not for whom: at userinfo and introspection (OpenID Connect Core 1.0 section 5.3,
     * RFC 7662). Bad input is refused, never thrown.
     *
     * @param jwt what the caller sent
     * @param type the one type that is taken here
     */
    public TokenCheck check(String jwt, TokenType type) {
        return check(jwt, type, this::wrongTime);
    }

    /**
     * Checks a token that may have expired, whoever it is for: an ID token that only hints at a person (OpenID Connect RP-Initiated Logout 1.0
     * section 2). It is taken as long as its key is published. Bad input is refused, never thrown.
     *
     * @param jwt what the caller sent
     * @param type the one type that is taken here
     */
    public TokenCheck formerly(String jwt, TokenType type) {
        return check(jwt, type, claims -> Optional.empty());
    }

    private TokenCheck check(String jwt, TokenType type, Function<JWTClaimsSet, Optional<Reason>> further) {
        if (jwt.length() > MOST_CHARACTERS) return new Refused(Reason.TOO_LARGE);
        try {
            SignedJWT token = parse(jwt);
            Optional<Reason> wrong = wrongSignature(token, type);
            return wrong.isPresent() ? new Refused(wrong.get()) : claims(token.getJWTClaimsSet(), type, further);
        } catch (ParseException | JOSEException e) {
            return new Refused(Reason.MALFORMED);
        }
    }

    private static SignedJWT parse(String jwt) throws ParseException {
        try {
            return SignedJWT.parse(jwt);
        } catch (RuntimeException e) {
            // The library answers some headers this way, such as a private key, or null in place of an object.
            throw new ParseException("not a signed JWT", 0);
        }
    }

    /** Sections 3.1 to 3.3 and 3.10: the key is found by kid alone, in the family of the type, and says which algorithm is allowed; no other header has a
     * say. */
    private Optional<Reason> wrongSignature(SignedJWT token, TokenType type) throws JOSEException {
        Optional<SigningAlgorithm> algorithm =
                SigningAlgorithm.of(token.getHeader().getAlgorithm());
        if (algorithm.isEmpty()) return Optional.of(Reason.WRONG_ALGORITHM);
        KeyRing ring = rings.of(type.family());
        Optional<RingKey> key =
                Optional.ofNullable(token.getHeader().getKeyID()).flatMap(ring::published);
        if (key.isEmpty()) return Optional.of(Reason.UNKNOWN_KEY);
        if (key.get().algorithm() != algorithm.get()) return Optional.of(Reason.WRONG_ALGORITHM);
        if (!token.verify(key.get().verifier())) return Optional.of(Reason.WRONG_SIGNATURE);
        return fits(token.getHeader().getType(), type) ? Optional.empty() : Optional.of(Reason.WRONG_TYPE);
    }

    private static boolean fits(@Nullable JOSEObjectType header, TokenType type) {
        return type.headers().stream().anyMatch(fitting -> new JOSEObjectType(fitting.text()).equals(header));
    }

    /** Sections 3.8, 3.9 and 3.12: issuer, type and what else is asked for are what is expected here. */
    private TokenCheck claims(JWTClaimsSet claims, TokenType type, Function<JWTClaimsSet, Optional<Reason>> further)
            throws ParseException {
        Date issuedAt = claims.getIssueTime();
        Date expiresAt = claims.getExpirationTime();
        String subject = claims.getSubject();
        String jti = claims.getJWTID();
        if (issuedAt == null
                || claims.getNotBeforeTime() == null
                || expiresAt == null
                || subject == null
                || jti == null) {
            return new Refused(Reason.MALFORMED);
        }
        if (!type.claim().equals(claims.getClaim(TokenType.CLAIM))) return new Refused(Reason.WRONG_TYPE);
        if (!publicUrl.issuer().equals(claims.getIssuer())) return new Refused(Reason.WRONG_ISSUER);
        Optional<Reason> wrong = further.apply(claims);
        if (wrong.isPresent()) return new Refused(wrong.get());
        return new Valid(
                subject,
                jti,
                issuedAt.toInstant(),
                expiresAt.toInstant(),
                Collections.unmodifiableMap(claims.toJSONObject()));
    }

    private Optional<Reason> wrongTime(JWTClaimsSet claims) {
        Instant now = clock.instant();
        if (!now.isBefore(claims.getExpirationTime().toInstant())) return Optional.of(Reason.EXPIRED);
        boolean early = now.plus(SKEW).isBefore(claims.getNotBeforeTime().toInstant());
        return early ? Optional.of(Reason.NOT_YET_VALID) : Optional.empty();
    }
}
