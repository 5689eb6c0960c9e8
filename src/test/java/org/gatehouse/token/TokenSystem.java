package org.gatehouse.token;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.gatehouse.http.PublicUrl;
import org.gatehouse.vault.MasterKey;
import org.gatehouse.vault.Randomness;

/** A whole token room without a server, its keys in memory: what tests of this room and of others mint and check with. */
public final class TokenSystem {
    /** The issuer. */
    public static final String ISSUER = "https://gate.example";

    static final TokenSettings SETTINGS = new TokenSettings(Duration.ofDays(90), Duration.ofDays(1));
    static final MasterKey MASTER_KEY = new MasterKey(new byte[32], new Randomness());

    private final Clock clock;
    private final PublicUrl publicUrl;
    final KeyRing ring;

    /** A Gatehouse at {@value #ISSUER} that has just started for the first time. */
    public TokenSystem(Clock clock) {
        this(clock, new KeysInMemory(), ISSUER);
    }

    TokenSystem(Clock clock, KeysInMemory stored, String issuer) {
        this.clock = clock;
        this.publicUrl = new PublicUrl(URI.create(issuer));
        this.ring = new KeyRing(stored, MASTER_KEY, SETTINGS, clock);
        ring.tend();
    }

    /** Mints. */
    public TokenIssuer issuer() {
        return new TokenIssuer(ring, publicUrl, new Randomness(), clock);
    }

    /** Checks. */
    public TokenChecker checker() {
        return new TokenChecker(ring, publicUrl, clock);
    }

    /** The JWKS document that applications fetch. */
    public String jwks() {
        return JwksResource.document(ring);
    }
}
