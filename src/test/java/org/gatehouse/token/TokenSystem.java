package org.gatehouse.token;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.gatehouse.audit.CheckpointSigner;
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
    private final KeysInMemory stored;
    final KeyRings rings;
    final KeyRing ring;

    /** A Gatehouse at {@value #ISSUER} that has just started for the first time. */
    public TokenSystem(Clock clock) {
        this(clock, new KeysInMemory(), ISSUER);
    }

    TokenSystem(Clock clock, KeysInMemory stored, String issuer) {
        this.clock = clock;
        this.stored = stored;
        this.publicUrl = new PublicUrl(URI.create(issuer));
        this.rings = new KeyRings(stored, MASTER_KEY, SETTINGS, clock);
        this.ring = rings.of(KeyFamily.TOKEN);
        rings.tend();
    }

    /** Mints. */
    public TokenIssuer issuer() {
        return new TokenIssuer(rings, publicUrl, new Randomness(), clock);
    }

    /** Checks. */
    public TokenChecker checker() {
        return new TokenChecker(rings, publicUrl, clock);
    }

    /** Signs checkpoints of the trail. */
    public CheckpointSigner checkpoints() {
        return new TrailCheckpoints(rings, stored, publicUrl);
    }

    /** The JWKS document that applications fetch. */
    public String jwks() {
        return Jwks.document(ring);
    }

    /** The JWKS document of wallet tokens. */
    public String walletJwks() {
        return Jwks.document(rings.of(KeyFamily.WALLET));
    }
}
