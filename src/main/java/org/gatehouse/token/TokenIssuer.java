package org.gatehouse.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.gatehouse.http.PublicUrl;
import org.gatehouse.vault.Randomness;

/** Mints tokens: JWTs (RFC 7519) that are signed with the active key of the algorithm asked for, in the family of their
 * type. */
@Dependent
public class TokenIssuer {
    private final KeyRings rings;
    private final PublicUrl publicUrl;
    private final Randomness randomness;
    private final Clock clock;

    @Inject
    TokenIssuer(KeyRings rings, PublicUrl publicUrl, Randomness randomness, Clock clock) {
        this.rings = rings;
        this.publicUrl = publicUrl;
        this.randomness = randomness;
        this.clock = clock;
    }

    /** Mints the token. It is valid from now on, for the lifetime asked for in whole seconds. */
    public IssuedToken issue(TokenRequest request) {
        RingKey key = rings.of(request.type().family()).active(request.algorithm());
        // JWTs tell time in seconds. Rounded down, so that no application sees a token from the future.
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant expiresAt = now.plusSeconds(request.lifetime().toSeconds());
        String jti = randomness.id();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder();
        request.claims().forEach(claims::claim);
        claims.issuer(publicUrl.issuer())
                .subject(request.subject())
                .audience(request.audience())
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(expiresAt))
                .jwtID(jti)
                .claim(TokenType.CLAIM, request.type().claim());
        return new IssuedToken(sign(header(request, key), claims.build(), key), jti, expiresAt);
    }

    private JWSHeader header(TokenRequest request, RingKey key) {
        JWSHeader.Builder header = new JWSHeader.Builder(request.algorithm().jws())
                .type(new JOSEObjectType(request.headerType().text()))
                .keyID(key.kid());
        if (request.jku()) header.jwkURL(URI.create(publicUrl.at(JwksResource.PATH)));
        return header.build();
    }

    private static String sign(JWSHeader header, JWTClaimsSet claims, RingKey key) {
        SignedJWT token = new SignedJWT(header, claims);
        try {
            token.sign(key.signer());
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot sign with " + key, e);
        }
        return token.serialize();
    }
}
