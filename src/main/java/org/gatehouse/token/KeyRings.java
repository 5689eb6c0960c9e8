package org.gatehouse.token;

import com.nimbusds.jose.jwk.JWK;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.gatehouse.token.KeyRing.Revocation;
import org.gatehouse.vault.MasterKey;

/** The key rings of this node, one for each family of keys. */
final class KeyRings {
    private final KeyRing token;
    private final KeyRing wallet;
    private final KeyRing audit;

    KeyRings(StoredKeys stored, MasterKey masterKey, TokenSettings settings, Clock clock) {
        this(stored, masterKey, settings, clock, SigningAlgorithm::generate);
    }

    /** @param pairs makes new pairs, each with its thumbprint as kid */
    KeyRings(
            StoredKeys stored,
            MasterKey masterKey,
            TokenSettings settings,
            Clock clock,
            Function<SigningAlgorithm, JWK> pairs) {
        this.token = new KeyRing(KeyFamily.TOKEN, stored, masterKey, settings, clock, pairs);
        this.wallet = new KeyRing(KeyFamily.WALLET, stored, masterKey, settings, clock, pairs);
        this.audit = new KeyRing(KeyFamily.AUDIT, stored, masterKey, settings, clock, pairs);
    }

    /** The ring of this family. */
    KeyRing of(KeyFamily family) {
        return switch (family) {
            case TOKEN -> token;
            case WALLET -> wallet;
            case AUDIT -> audit;
        };
    }

    /** Tends all ({@link KeyRing#tend}). */
    void tend() {
        token.tend();
        wallet.tend();
        audit.tend();
    }

    /** Erases the private half of the keys that are gone, and says of how many. */
    int eraseGone() {
        return token.eraseGone() + wallet.eraseGone() + audit.eraseGone();
    }

    /** All keys that ever were, by family, algorithm and age. */
    List<SigningKey> rows() {
        List<SigningKey> rows = new ArrayList<>(token.rows());
        rows.addAll(wallet.rows());
        rows.addAll(audit.rows());
        return rows;
    }

    /** Takes out the key of this kid, whichever ring has it ({@link KeyRing#revoke}). */
    Revocation revoke(String kid, String account) {
        for (KeyRing ring : List.of(token, wallet, audit)) {
            Revocation revocation = ring.revoke(kid, account);
            if (revocation != Revocation.UNKNOWN) return revocation;
        }
        return Revocation.UNKNOWN;
    }
}
