package org.gatehouse.token;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** The documents with the public keys, by which anyone can check our tokens (RFC 7517 section 5): one for each family of keys. */
@Dependent
public class Jwks {
    // Some applications fetch the keys again after this time only, whatever their own settings say.
    private static final String CACHE_CONTROL = "public, max-age=300";

    private final KeyRings rings;

    @Inject
    Jwks(KeyRings rings) {
        this.rings = rings;
    }

    /** The keys of tokens for applications: those that sign now, did so lately or will do so soon, each with {@code kid}, {@code alg} and {@code use}. */
    Response tokens() {
        return answer(rings.of(KeyFamily.TOKEN));
    }

    /**
     * The same of wallet tokens.
     *
     * @param algorithm how the tokens of the one who asks are signed. The first key is made where there is none yet: a server that keeps what it fetched
     *     then knows the key of the first token that it meets
     */
    public Response wallets(SigningAlgorithm algorithm) {
        KeyRing ring = rings.of(KeyFamily.WALLET);
        ring.begin(algorithm);
        return answer(ring);
    }

    private static Response answer(KeyRing ring) {
        return Response.ok(document(ring), MediaType.APPLICATION_JSON)
                .header("Cache-Control", CACHE_CONTROL)
                .build();
    }

    static String document(KeyRing ring) {
        List<JWK> keys = ring.published().stream().map(RingKey::publicJwk).toList();
        boolean publicOnly = true;
        return new JWKSet(keys).toString(publicOnly);
    }
}
