package org.gatehouse.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gatehouse.audit.AuditTestBed;
import org.gatehouse.database.TestDatabase;
import org.gatehouse.token.KeyRing.Revocation;
import org.gatehouse.token.SigningKey.State;
import org.gatehouse.vault.MasterKey;
import org.gatehouse.vault.Randomness;
import org.gatehouse.vault.SealBroken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What nodes do to the keys of one database: rotations, revocations, another master key. */
class KeyChangesTest {
    private static final Instant START = Instant.parse("2026-11-20T08:00:00Z");
    private static final SigningAlgorithm RS256 = SigningAlgorithm.RS256;
    private static final SigningAlgorithm ES256 = SigningAlgorithm.ES256;
    private static final String WHO = "0123456789abcdef0123456789abcdef";
    private static final QuickPairs PAIRS = new QuickPairs();
    private static final byte[] OLD = filled(1);
    private static final byte[] NEW = filled(2);

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    private final MovedClock clock = new MovedClock(START);
    private final Node one = new Node(key(OLD));
    private final Node two = new Node(key(OLD));

    @Test
    void twoNodesThatTendAtTheSameTimeMakeOneSuccessor() throws Exception {
        one.ring.tend();
        clock.move(Duration.ofDays(89));
        atOnce(() -> tend(one), () -> tend(two));
        assertEquals(4, database.count("SigningKey"));
        assertEquals(one.ring.rows().size(), two.ring.rows().size());
        assertEquals(2, trail("key.rotate"), "one for each algorithm");
    }

    @Test
    void ofTwoAdministratorsWhoRotateAtOnceOneMakesTheSuccessor() throws Exception {
        one.ring.tend();
        List<Optional<String>> made = atOnce(() -> one.ring.rotate(RS256, WHO), () -> two.ring.rotate(RS256, WHO));
        assertEquals(1, made.stream().filter(Optional::isPresent).count());
        assertEquals(Optional.empty(), one.ring.rotate(RS256, WHO), "one is pending");
        assertEquals(3, database.count("SigningKey"));
    }

    @Test
    void aRotationNowHasTheWholeLeadAndTheScheduleGoesOnFromThere() {
        one.ring.tend();
        String first = one.ring.active(RS256).kid();
        assertEquals(START.plus(Duration.ofDays(90)), one.ring.nextRotation(row(first)));
        String next = one.ring.rotate(RS256, WHO).orElseThrow();
        assertEquals(START.plus(Duration.ofDays(1)), row(next).activeFrom);
        assertEquals(START.plus(Duration.ofDays(1)), one.ring.nextRotation(row(first)));
        clock.move(Duration.ofDays(1));
        assertEquals(next, two.ring.active(RS256).kid());
        assertEquals(START.plus(Duration.ofDays(91)), two.ring.nextRotation(row(next)));
    }

    @Test
    void aRevokedActiveKeyHasANewOneInItsPlaceAtOnce() {
        one.ring.tend();
        String first = two.ring.active(RS256).kid();
        assertEquals(Revocation.DONE, one.ring.revoke(first, WHO));
        assertNotEquals(first, one.ring.active(RS256).kid());
        SigningKey row = row(first);
        assertEquals(START, row.goneAt);
        assertEquals(START, row.retiredAt);
        assertNull(row.privateSealed);
        clock.move(Duration.ofSeconds(29));
        assertEquals(first, two.ring.active(RS256).kid(), "the documented window");
        clock.move(Duration.ofSeconds(1));
        assertEquals(one.ring.active(RS256).kid(), two.ring.active(RS256).kid());
        assertTrue(two.ring.published(first).isEmpty());
        assertEquals(1, trail("key.revoke"));
    }

    @Test
    void aRevokedActiveKeyIsFollowedByThePendingOne() {
        one.ring.tend();
        String first = one.ring.active(RS256).kid();
        String next = one.ring.rotate(RS256, WHO).orElseThrow();
        assertEquals(Revocation.DONE, two.ring.revoke(first, WHO));
        assertEquals(next, two.ring.active(RS256).kid());
        assertEquals(3, database.count("SigningKey"));
        assertEquals(Optional.of(START), Optional.of(row(next).activeFrom));
    }

    @Test
    void aRevokedPendingKeyLeavesTheActiveOneWhereItWas() {
        one.ring.tend();
        String first = one.ring.active(RS256).kid();
        String next = one.ring.rotate(RS256, WHO).orElseThrow();
        assertEquals(Revocation.DONE, one.ring.revoke(next, WHO));
        assertNull(row(first).retiredAt);
        assertNull(row(first).goneAt);
        clock.move(Duration.ofDays(3));
        one.ring.tend();
        assertEquals(first, one.ring.active(RS256).kid());
        String other = one.ring.rotate(RS256, WHO).orElseThrow();
        assertNotEquals(next, other);
        assertEquals(3, row(other).generation, "rows stay, and no generation comes twice");
    }

    @Test
    void aRevokedRetiredKeyIsGoneAtOnce() {
        one.ring.tend();
        String first = one.ring.active(RS256).kid();
        one.ring.rotate(RS256, WHO);
        clock.move(Duration.ofDays(1));
        assertEquals(State.RETIRED, row(first).state(clock.instant()));
        assertEquals(Revocation.DONE, one.ring.revoke(first, WHO));
        assertTrue(one.ring.published(first).isEmpty());
        assertEquals(START.plus(Duration.ofDays(1)), row(first).retiredAt);
    }

    @Test
    void aKeyIsRevokedOnceHoweverManyTry() throws Exception {
        one.ring.tend();
        String first = one.ring.active(RS256).kid();
        List<Revocation> results = atOnce(() -> one.ring.revoke(first, WHO), () -> two.ring.revoke(first, WHO));
        assertEquals(
                List.of(Revocation.DONE, Revocation.GONE),
                results.stream().sorted().toList());
        assertEquals(3, database.count("SigningKey"), "one replacement");
        assertEquals(1, trail("key.revoke"));
        assertEquals(Revocation.UNKNOWN, one.ring.revoke("unknown", WHO));
    }

    @Test
    void aNodeWhoseClockIsBehindSignsWithTheReplacementAndMakesNoOther() {
        one.ring.tend();
        Node behind = new Node(key(OLD), Duration.ofSeconds(-4));
        one.ring.revoke(one.ring.active(RS256).kid(), WHO);
        behind.ring.tend();
        assertEquals(3, database.count("SigningKey"));
        assertEquals(one.ring.active(RS256).kid(), behind.ring.active(RS256).kid());
    }

    @Test
    void theMasterKeyChangesNodeByNodeWhileAllOfThemServe() {
        one.ring.tend();
        Node first = new Node(new MasterKey(OLD, Optional.empty(), Optional.of(NEW), new Randomness()));
        Node second = new Node(new MasterKey(NEW, Optional.of(OLD), Optional.empty(), new Randomness()));
        String before = first.ring.active(RS256).kid();
        assertEquals(before, second.ring.active(RS256).kid());

        assertEquals(Optional.empty(), first.masterKey.headBefore(), "a node of step 1 seals nothing anew");
        String head = second.masterKey.headBefore().orElseThrow();
        assertEquals(2, second.sealed.waiting(head));
        assertEquals(1, second.reseal(head, 1), "batch by batch");
        assertEquals(1, second.sealed.waiting(head));
        assertEquals(before, new Node(first.masterKey).ring.active(RS256).kid(), "both are opened by either");
        assertEquals(before, new Node(second.masterKey).ring.active(RS256).kid());

        String made = first.ring.rotate(RS256, WHO).orElseThrow();
        assertEquals(2, second.sealed.waiting(head), "a node of step 1 still seals under the old key");
        clock.move(Duration.ofSeconds(30));
        assertTrue(second.ring.published(made).isPresent());
        assertEquals(2, second.reseal(head, 10));
        assertEquals(0, second.reseal(head, 10));

        Node third = new Node(key(NEW));
        assertEquals(before, third.ring.active(RS256).kid());
        SealBroken broken = assertThrows(SealBroken.class, () -> one.ring.active(RS256), "a node that was left out");
        assertTrue(String.valueOf(broken.getMessage()).endsWith("this is " + key(OLD)), broken.getMessage());
    }

    @Test
    void aNodeThatHasNotTheKeySaysWhichIsMissingAndDoesNothing() {
        one.ring.tend();
        MasterKey stranger = key(NEW);
        SealBroken broken = assertThrows(SealBroken.class, () -> new Node(stranger).ring.tend());
        String sentence = String.valueOf(broken.getMessage());
        assertTrue(sentence.contains("was sealed under " + key(OLD) + ", and this is " + stranger), sentence);
        assertEquals(2, database.count("SigningKey"));
    }

    @Test
    void aRowThatChangedMeanwhileIsNotSealedAnew() {
        one.ring.tend();
        String kid = one.ring.active(RS256).kid();
        String read = String.valueOf(row(kid).privateSealed);
        one.ring.revoke(kid, WHO);
        assertFalse(two.stored.reseal(kid, read, "anew"));
        assertNull(row(kid).privateSealed, "what was revoked does not come back");
    }

    @Test
    void aRowThatCannotBeOpenedHoldsUpNoOther() {
        one.ring.tend();
        for (SigningAlgorithm algorithm : KeyFamily.TOKEN.algorithms()) one.ring.rotate(algorithm, WHO);
        Node second = new Node(new MasterKey(NEW, Optional.of(OLD), Optional.empty(), new Randomness()));
        String head = second.masterKey.headBefore().orElseThrow();
        List<SigningKey> rows = second.stored.sealedUnder(head, "", 10);
        for (SigningKey broken : List.of(rows.get(0), rows.get(2))) {
            String sealed = String.valueOf(broken.privateSealed);
            assertTrue(second.stored.reseal(broken.kid, sealed, sealed.substring(0, sealed.length() - 4)));
        }
        assertEquals(1, second.reseal(head, 1), "however small the batch");
        assertEquals(1, second.reseal(head, 10));
        assertEquals(2, second.sealed.waiting(head), "those that are broken, and no other");
        assertEquals(
                List.of(rows.get(0).kid, rows.get(2).kid),
                second.stored.sealedUnder(head, "", 10).stream()
                        .map(row -> row.kid)
                        .toList());
    }

    @Test
    void aNodeGoesBackFromTheSecondStepToTheFirst() {
        one.ring.tend();
        MasterKey opensBoth = new MasterKey(OLD, Optional.empty(), Optional.of(NEW), new Randomness());
        MasterKey sealsNew = new MasterKey(NEW, Optional.of(OLD), Optional.empty(), new Randomness());
        Node forth = new Node(sealsNew);
        String head = forth.masterKey.headBefore().orElseThrow();
        assertEquals(1, forth.reseal(head, 1), "in the middle of the work");
        Node back = new Node(opensBoth);
        back.ring.tend();
        for (SigningAlgorithm algorithm : KeyFamily.TOKEN.algorithms()) {
            assertEquals(
                    one.ring.active(algorithm).kid(),
                    back.ring.active(algorithm).kid());
        }
        assertTrue(back.ring.rotate(RS256, WHO).isPresent());
        Node again = new Node(sealsNew);
        assertEquals(2, again.reseal(head, 10));
        assertEquals(0, again.sealed.waiting(head));
        assertEquals(3, again.ring.published().size());
    }

    @Test
    void theFirstKeyOfAnAlgorithmStandsInTheTrail() {
        one.ring.tend();
        two.ring.tend();
        assertEquals(2, trail("key.create"));
        one.ring.revoke(one.ring.active(RS256).kid(), WHO);
        assertEquals(2, trail("key.create"), "the replacement is part of the revocation");
    }

    @Test
    void aFamilyChangesItsKeysWithoutTheOther() {
        one.rings.tend();
        String token = one.ring.active(ES256).kid();
        String wallet = one.wallet.active(ES256).kid();
        String nextToken = one.ring.rotate(ES256, WHO).orElseThrow();
        String nextWallet = one.wallet.rotate(ES256, WHO).orElseThrow();
        assertEquals(row(nextToken).activeFrom, row(nextWallet).activeFrom, "all times are the same");

        assertEquals(Revocation.DONE, one.wallet.revoke(nextWallet, WHO));
        assertEquals(row(nextToken).activeFrom, row(token).retiredAt);
        assertNull(row(wallet).retiredAt);

        one.wallet.rotate(ES256, WHO);
        assertEquals(Revocation.DONE, one.rings.revoke(wallet, WHO));
        assertEquals(START, one.wallet.active(ES256).stored().activeFrom, "the pending key took over");
        assertEquals(START.plus(Duration.ofDays(1)), row(nextToken).activeFrom);
        assertEquals(token, one.ring.active(ES256).kid());

        clock.move(Duration.ofDays(3));
        assertEquals(1, one.rings.eraseGone(), "of the one that retired");
        assertNull(row(token).privateSealed);
        assertEquals(Revocation.GONE, one.rings.revoke(wallet, WHO));
        assertEquals(Revocation.UNKNOWN, one.rings.revoke("unknown", WHO));
    }

    @Test
    void nodesThatNeedTheFirstKeyAtTheSameTimeMakeOne() throws Exception {
        one.rings.tend();
        two.rings.tend();
        List<RingKey> made = atOnce(() -> one.wallet.active(RS256), () -> two.wallet.active(RS256));
        assertEquals(made.get(0).kid(), made.get(1).kid());
        assertEquals(5, database.count("SigningKey"));
        assertEquals(5, trail("key.create"));
    }

    @Test
    void walletKeysGoOverToANewMasterKeyToo() {
        one.rings.tend();
        Node second = new Node(new MasterKey(NEW, Optional.of(OLD), Optional.empty(), new Randomness()));
        String head = second.masterKey.headBefore().orElseThrow();
        assertEquals(4, second.reseal(head, 10));
        Node third = new Node(key(NEW));
        assertEquals(one.wallet.active(ES256).kid(), third.wallet.active(ES256).kid());
    }

    private boolean tend(Node node) {
        node.ring.tend();
        return true;
    }

    private SigningKey row(String kid) {
        return one.rings.rows().stream()
                .filter(row -> row.kid.equals(kid))
                .findFirst()
                .orElseThrow();
    }

    private long trail(String action) {
        return database.texts("select a.action from AuditRow a").stream()
                .filter(action::equals)
                .count();
    }

    private static <T> List<T> atOnce(Callable<T> first, Callable<T> second) throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<T>> results = List.of(first, second).stream()
                    .map(work -> threads.submit(() -> {
                        barrier.await();
                        return work.call();
                    }))
                    .toList();
            return List.of(results.get(0).get(), results.get(1).get());
        } finally {
            threads.shutdown();
        }
    }

    private static MasterKey key(byte[] bytes) {
        return new MasterKey(bytes, new Randomness());
    }

    private static byte[] filled(int value) {
        byte[] key = new byte[MasterKey.BYTES];
        Arrays.fill(key, (byte) value);
        return key;
    }

    /** A node with a persistence context of its own; each call of its store is a transaction, as on a server. */
    private final class Node {
        final MasterKey masterKey;
        final StoredKeys stored;
        final KeyRings rings;
        final KeyRing ring;
        final KeyRing wallet;
        final SealedKeys sealed;

        Node(MasterKey masterKey) {
            this(masterKey, Duration.ZERO);
        }

        Node(MasterKey masterKey, Duration skew) {
            this.masterKey = masterKey;
            EntityManager entities = database.anotherNode();
            StoredKeys rows = new DatabaseKeys(entities, AuditTestBed.audit(entities, clock));
            stored = (StoredKeys) Proxy.newProxyInstance(
                    StoredKeys.class.getClassLoader(),
                    new Class<?>[] {StoredKeys.class},
                    (self, method, arguments) -> TestDatabase.inTransaction(entities, () -> {
                        try {
                            return method.invoke(rows, arguments);
                        } catch (InvocationTargetException e) {
                            if (e.getCause() instanceof RuntimeException fault) throw fault;
                            throw new AssertionError(e);
                        } catch (IllegalAccessException e) {
                            throw new AssertionError(e);
                        }
                    }));
            rings = new KeyRings(stored, masterKey, TokenSystem.SETTINGS, java.time.Clock.offset(clock, skew), PAIRS);
            ring = rings.of(KeyFamily.TOKEN);
            wallet = rings.of(KeyFamily.WALLET);
            sealed = new SealedKeys(stored, masterKey);
        }

        int reseal(String head, int limit) {
            return sealed.reseal(head, limit);
        }
    }
}
