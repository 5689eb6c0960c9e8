package org.gatehouse.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.client.Client;
import org.gatehouse.client.ClientAuthentication.Method;
import org.gatehouse.client.Clients;
import org.gatehouse.http.PublicUrl;
import org.gatehouse.vault.Digests;

/** Assertions by which clients show who they are: {@code private_key_jwt} (RFC 7523 sections 2.2 and 3). Each is taken once. */
@Dependent
class ClientAssertions {
    static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    /** How an assertion may be signed. */
    static final List<String> ALGORITHMS = List.of("RS256", "PS256", "ES256");

    private static final Duration LONGEST = Duration.ofMinutes(10);
    /** How far the clock of a client may be ahead. */
    private static final Duration SKEW = Duration.ofSeconds(30);

    private static final int LONGEST_JTI = 300;

    private final Clients clients;
    private final ClientKeys keys;
    private final UsedAssertions used;
    private final PublicUrl publicUrl;
    private final Clock clock;

    @Inject
    ClientAssertions(Clients clients, ClientKeys keys, UsedAssertions used, PublicUrl publicUrl, Clock clock) {
        this.clients = clients;
        this.keys = keys;
        this.used = used;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    /** The client that signed this assertion; empty where nobody did who may, or it was used before. */
    Optional<Client> client(String text) {
        Optional<SignedJWT> assertion = parse(text);
        if (assertion.isEmpty()) return Optional.empty();
        JWTClaimsSet claims = claims(assertion.get());
        return Optional.ofNullable(claims.getSubject())
                .filter(subject -> subject.equals(claims.getIssuer()))
                .flatMap(clients::find)
                .filter(client -> client.authentication().method() == Method.PRIVATE_KEY_JWT)
                .filter(client -> holds(claims) && signed(assertion.get(), client) && first(client, claims));
    }

    /** The client that this assertion names, whoever made it. */
    static Optional<String> named(String text) {
        return parse(text).map(assertion -> claims(assertion).getSubject());
    }

    private static Optional<SignedJWT> parse(String text) {
        try {
            SignedJWT assertion = SignedJWT.parse(text);
            return assertion.getJWTClaimsSet() == null ? Optional.empty() : Optional.of(assertion);
        } catch (ParseException | RuntimeException e) {
            // The library answers some texts with other exceptions than its own.
            return Optional.empty();
        }
    }

    private static JWTClaimsSet claims(SignedJWT assertion) {
        try {
            return assertion.getJWTClaimsSet();
        } catch (ParseException e) {
            throw new IllegalStateException("they were read before", e);
        }
    }

    private boolean holds(JWTClaimsSet claims) {
        Instant now = clock.instant();
        Date expires = claims.getExpirationTime();
        Date begins = claims.getNotBeforeTime();
        String jti = claims.getJWTID();
        if (expires == null || jti == null || jti.isEmpty() || jti.length() > LONGEST_JTI) return false;
        Instant end = expires.toInstant();
        return now.isBefore(end)
                && !end.isAfter(now.plus(LONGEST).plus(SKEW))
                && (begins == null || !begins.toInstant().isAfter(now.plus(SKEW)))
                && forUs(claims.getAudience());
    }

    /** Section 3: the token endpoint's address; OAuth servers take their issuer as well, and some clients send that. */
    private boolean forUs(List<String> audience) {
        return Set.of(publicUrl.issuer(), publicUrl.at("/oauth2/token")).containsAll(audience) && !audience.isEmpty();
    }

    private boolean signed(SignedJWT assertion, Client client) {
        JWSHeader header = assertion.getHeader();
        if (!ALGORITHMS.contains(header.getAlgorithm().getName())) return false;
        JWKMatcher wanted = JWKMatcher.forJWSHeader(header);
        return keys.find(client.authentication(), wanted).stream().anyMatch(key -> signed(assertion, key));
    }

    private static boolean signed(SignedJWT assertion, JWK key) {
        try {
            JWSVerifier verifier =
                    key instanceof RSAKey rsa ? new RSASSAVerifier(rsa) : new ECDSAVerifier(key.toECKey());
            return assertion.verify(verifier);
        } catch (JOSEException e) {
            return false;
        }
    }

    private boolean first(Client client, JWTClaimsSet claims) {
        String id = Digests.sha256(client.id() + " " + claims.getJWTID());
        try {
            used.add(id, claims.getExpirationTime().toInstant());
            return true;
        } catch (RuntimeException e) {
            // Databases say in many ways that a row is taken; what counts is whether it is.
            if (used.contains(id)) return false;
            throw e;
        }
    }
}
