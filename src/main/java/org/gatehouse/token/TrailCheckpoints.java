package org.gatehouse.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.gatehouse.audit.Checkpoint;
import org.gatehouse.audit.CheckpointSigner;
import org.gatehouse.http.PublicUrl;

/** Signs checkpoints of the trail, as JWTs of a type of their own. One whose key is gone can still be checked: its public half stays. */
@Dependent
class TrailCheckpoints implements CheckpointSigner {
    private static final JOSEObjectType TYPE = new JOSEObjectType("audit-checkpoint+jwt");
    private static final SigningAlgorithm ALGORITHM = SigningAlgorithm.ES256;

    private final KeyRings rings;
    private final StoredKeys stored;
    private final PublicUrl publicUrl;

    @Inject
    TrailCheckpoints(KeyRings rings, StoredKeys stored, PublicUrl publicUrl) {
        this.rings = rings;
        this.stored = stored;
        this.publicUrl = publicUrl;
    }

    @Override
    public Signed sign(Checkpoint checkpoint) {
        RingKey key = rings.of(KeyFamily.AUDIT).active(ALGORITHM);
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(publicUrl.issuer())
                .issueTime(Date.from(checkpoint.at()))
                .claim("number", checkpoint.number())
                .claim("hash", checkpoint.hash())
                .claim("cut", checkpoint.cut())
                .claim("mac", checkpoint.mac())
                .build();
        JWSHeader header = new JWSHeader.Builder(ALGORITHM.jws())
                .type(TYPE)
                .keyID(key.kid())
                .build();
        SignedJWT jwt = new SignedJWT(header, claims);
        try {
            jwt.sign(key.signer());
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot sign with " + key, e);
        }
        return new Signed(key.kid(), jwt.serialize());
    }

    @Override
    public Optional<Checkpoint> read(String jws) {
        try {
            SignedJWT jwt = SignedJWT.parse(jws);
            if (!TYPE.equals(jwt.getHeader().getType())
                    || !ALGORITHM.jws().equals(jwt.getHeader().getAlgorithm())) return Optional.empty();
            Optional<JWK> key = publicHalf(jwt.getHeader().getKeyID());
            if (key.isEmpty() || !jwt.verify(ALGORITHM.verifier(key.get()))) return Optional.empty();
            return Optional.of(read(jwt.getJWTClaimsSet()));
        } catch (ParseException | JOSEException | RuntimeException e) {
            // The library answers some texts with other exceptions than its own.
            return Optional.empty();
        }
    }

    private static Checkpoint read(JWTClaimsSet claims) throws ParseException {
        Instant at = claims.getIssueTime().toInstant();
        return new Checkpoint(
                claims.getLongClaim("number"),
                claims.getStringClaim("hash"),
                at,
                claims.getBooleanClaim("cut"),
                claims.getStringClaim("mac"));
    }

    /** By the kid, which is the thumbprint: a row with another key in it is none. */
    private Optional<JWK> publicHalf(String kid) throws ParseException, JOSEException {
        for (SigningKey row : stored.all(KeyFamily.AUDIT)) {
            if (!row.kid.equals(kid)) continue;
            JWK key = JWK.parse(row.publicJwk);
            return key.computeThumbprint().toString().equals(kid) ? Optional.of(key) : Optional.empty();
        }
        return Optional.empty();
    }
}
