package org.gatehouse.token;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gatehouse.token.SigningKey.State;
import org.jspecify.annotations.Nullable;

/** The table of keys, with its two unique constraints, for one test. Gives copies, as a database does. */
final class KeysInMemory implements StoredKeys {
    private final List<SigningKey> rows = new ArrayList<>();
    private Runnable justBeforeAnInsert = () -> {};
    private boolean away;
    int reads;

    /** What another node does between the moment a node has read the keys and the moment it adds one. */
    void justBeforeTheNextInsert(Runnable otherNode) {
        justBeforeAnInsert = otherNode;
    }

    void goAway() {
        away = true;
    }

    @Override
    public List<SigningKey> all(KeyFamily family) {
        requirePresent();
        reads++;
        return rows.stream()
                .filter(row -> row.family == family)
                .map(KeysInMemory::copy)
                .toList();
    }

    @Override
    public void add(SigningKey key) {
        requirePresent();
        Runnable otherNode = justBeforeAnInsert;
        justBeforeAnInsert = () -> {};
        otherNode.run();
        for (SigningKey row : rows) {
            boolean taken =
                    row.family == key.family && row.algorithm == key.algorithm && row.generation == key.generation;
            if (taken || row.kid.equals(key.kid)) throw new IllegalStateException("unique constraint");
        }
        rows.add(copy(key));
    }

    @Override
    public void addSuccessor(SigningKey key, SigningKey predecessor, Instant goneAt, @Nullable String account) {
        add(key);
        SigningKey row = rows.stream()
                .filter(each -> each.kid.equals(predecessor.kid) && each.retiredAt == null)
                .findFirst()
                .orElseThrow();
        row.retiredAt = key.activeFrom;
        row.goneAt = goneAt;
    }

    @Override
    public void revoke(SigningKey key, Optional<SigningKey> replacement, Instant now, String account) {
        replacement.ifPresent(this::add);
        for (SigningKey row : rows) {
            if (row.family != key.family || row.algorithm != key.algorithm || row.privateSealed == null) continue;
            if (key.activeFrom.isAfter(now) && key.activeFrom.equals(row.retiredAt)) {
                row.retiredAt = null;
                row.goneAt = null;
            }
            if (key.state(now) == State.ACTIVE && row.activeFrom.equals(key.retiredAt)) row.activeFrom = now;
        }
        SigningKey row = row(key.kid);
        row.retiredAt = key.state(now) == State.RETIRED ? key.retiredAt : now;
        row.goneAt = now;
        row.privateSealed = null;
    }

    @Override
    public List<SigningKey> sealedUnder(String head, String after, int limit) {
        return rows.stream()
                .filter(row -> row.privateSealed != null && row.privateSealed.startsWith(head))
                .filter(row -> row.kid.compareTo(after) > 0)
                .sorted(Comparator.comparing(row -> row.kid))
                .limit(limit)
                .map(KeysInMemory::copy)
                .toList();
    }

    @Override
    public long countSealedUnder(String head) {
        return sealedUnder(head, "", Integer.MAX_VALUE).size();
    }

    @Override
    public boolean reseal(String kid, String before, String anew) {
        SigningKey row = row(kid);
        if (!before.equals(row.privateSealed)) return false;
        row.privateSealed = anew;
        return true;
    }

    @Override
    public int eraseGone(KeyFamily family, Instant now) {
        int erased = 0;
        for (SigningKey row : rows) {
            if (row.family != family) continue;
            if (row.goneAt == null || row.goneAt.isAfter(now) || row.privateSealed == null) continue;
            row.privateSealed = null;
            erased++;
        }
        return erased;
    }

    /** The row itself, for a test that spoils it. */
    SigningKey row(String kid) {
        return rows.stream().filter(row -> row.kid.equals(kid)).findFirst().orElseThrow();
    }

    private void requirePresent() {
        if (away) throw new IllegalStateException("the database is away");
    }

    private static SigningKey copy(SigningKey row) {
        SigningKey copy = new SigningKey();
        copy.kid = row.kid;
        copy.family = row.family;
        copy.algorithm = row.algorithm;
        copy.generation = row.generation;
        copy.publicJwk = row.publicJwk;
        copy.privateSealed = row.privateSealed;
        copy.createdAt = row.createdAt;
        copy.activeFrom = row.activeFrom;
        copy.retiredAt = row.retiredAt;
        copy.goneAt = row.goneAt;
        return copy;
    }
}
