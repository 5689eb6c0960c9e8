package org.gatehouse.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.jwk.JWK;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.gatehouse.token.SigningKey.State;
import org.gatehouse.vault.MasterKey;
import org.gatehouse.vault.Randomness;
import org.gatehouse.vault.SealBroken;
import org.junit.jupiter.api.Test;

class KeyRingTest {
    private static final Instant START = Instant.parse("2026-11-20T08:00:00Z");
    private static final SigningAlgorithm RS256 = SigningAlgorithm.RS256;
    private static final SigningAlgorithm ES256 = SigningAlgorithm.ES256;
    private static final SigningAlgorithm RS512 = SigningAlgorithm.RS512;
    private static final QuickPairs PAIRS = new QuickPairs();
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final MovedClock clock = new MovedClock(START);
    private final KeysInMemory stored = new KeysInMemory();

    @Test
    void theFirstStartMakesOneActiveKeyOfEachAlgorithm() {
        KeyRing ring = started();
        assertEquals(
                List.of(SigningAlgorithm.RS256, ES256),
                ring.published().stream().map(RingKey::algorithm).toList());
        assertTrue(ring.published().stream().allMatch(key -> key.state(START) == State.ACTIVE));
    }

    @Test
    void aSecondStartUsesTheKeysOfTheFirst() {
        assertEquals(kids(started()), kids(started()));
    }

    @Test
    void twoNodesThatStartAtOnceOnAnEmptyDatabaseEndWithOneKeyAndBothUseIt() {
        KeyRing slow = ring();
        KeyRing fast = ring();
        stored.justBeforeTheNextInsert(fast::tend);
        slow.tend();
        assertEquals(2, stored.all(KeyFamily.TOKEN).size());
        for (SigningAlgorithm algorithm : KeyFamily.TOKEN.algorithms()) {
            assertEquals(fast.active(algorithm).kid(), slow.active(algorithm).kid());
        }
    }

    @Test
    void oneOfSeveralNodesMakesTheSuccessor() {
        KeyRing slow = started();
        KeyRing fast = started();
        clock.move(Duration.ofDays(89));
        stored.justBeforeTheNextInsert(fast::tend);
        slow.tend();
        assertEquals(4, stored.all(KeyFamily.TOKEN).size());
        assertEquals(kids(fast), kids(slow));
        clock.move(Duration.ofDays(1));
        assertEquals(fast.active(ES256).kid(), slow.active(ES256).kid());
    }

    @Test
    void anInsertThatFailsForAnotherReasonIsAFault() {
        KeyRing ring = ring();
        stored.justBeforeTheNextInsert(() -> {
            throw new IllegalStateException("disk full");
        });
        assertEquals(
                "disk full",
                assertThrows(IllegalStateException.class, ring::tend).getMessage());
    }

    @Test
    void aSuccessorIsPublishedForTheWholeLeadBeforeItSigns() {
        KeyRing ring = started();
        String first = ring.active(ES256).kid();

        clock.move(Duration.ofDays(89).minus(SECOND));
        ring.tend();
        assertEquals(2, ring.published().size(), "not before the lead");

        clock.move(SECOND);
        ring.tend();
        RingKey successor = youngest(ring);
        assertEquals(State.PENDING, successor.state(clock.instant()));
        assertEquals(first, ring.active(ES256).kid());

        clock.move(Duration.ofDays(1).minus(SECOND));
        assertEquals(first, ring.active(ES256).kid());
        clock.move(SECOND);
        assertEquals(successor.kid(), ring.active(ES256).kid());
    }

    @Test
    void aRetiredKeyIsPublishedUntilItsLastTokenAndTheLongestCacheHaveExpired() {
        KeyRing ring = started();
        String first = ring.active(ES256).kid();
        clock.move(Duration.ofDays(89));
        ring.tend();
        clock.move(Duration.ofDays(1));
        Instant changedOver = clock.instant();

        clock.moveTo(changedOver
                .plus(KeyRing.LONGEST_TOKEN)
                .plus(KeyRing.LONGEST_CACHE)
                .minus(SECOND));
        assertEquals(State.RETIRED, ring.published(first).orElseThrow().state(clock.instant()));
        assertEquals(0, ring.eraseGone());

        clock.move(SECOND);
        assertTrue(ring.published(first).isEmpty());
        assertEquals(2, ring.eraseGone());
        assertNull(stored.row(first).privateSealed);
        assertEquals(0, ring.eraseGone());
    }

    @Test
    void inAYearOfRotationOneKeySignsAtEachMomentAndEveryOldTokensKeyIsPublished() {
        KeyRing ring = started();
        Set<String> signed = new LinkedHashSet<>();
        List<String> yesterdays = new ArrayList<>();
        for (int hour = 0; hour < 365 * 24; hour++) {
            Instant now = clock.instant();
            ring.tend();
            ring.eraseGone();
            long active = ring.published().stream()
                    .filter(key -> key.algorithm() == ES256 && key.state(now) == State.ACTIVE)
                    .count();
            assertEquals(1, active, "at " + now);
            String kid = ring.active(ES256).kid();
            signed.add(kid);
            yesterdays.add(kid);
            if (yesterdays.size() > 24) {
                assertTrue(ring.published(yesterdays.remove(0)).isPresent(), "at " + now);
            }
            assertTrue(ring.published().size() <= 4, "at " + now);
            clock.move(Duration.ofHours(1));
        }
        assertEquals(5, signed.size());
        assertEquals(10, stored.all(KeyFamily.TOKEN).size(), "rows stay");
        assertEquals(
                10,
                new HashSet<>(stored.all(KeyFamily.TOKEN).stream()
                                .map(key -> key.kid)
                                .toList())
                        .size());
        assertEquals(
                8,
                stored.all(KeyFamily.TOKEN).stream()
                        .filter(key -> key.privateSealed == null)
                        .count());
    }

    @Test
    void aNodeThatWasOffForALongTimeStillGivesItsSuccessorTheWholeLead() {
        String first = started().active(ES256).kid();
        clock.move(Duration.ofDays(200));
        KeyRing ring = started();
        assertEquals(first, ring.active(ES256).kid());
        assertEquals(
                Duration.ofDays(1),
                Duration.between(clock.instant(), youngest(ring).stored().activeFrom));
    }

    @Test
    void allNodesChangeOverAtTheSameInstantThoughTheyKeepTheKeys() {
        KeyRing maker = started();
        KeyRing other = started();
        clock.move(Duration.ofDays(89));
        maker.tend();
        clock.move(Duration.ofDays(1).minus(SECOND));
        String before = other.active(ES256).kid();
        int reads = stored.reads;
        clock.move(SECOND);
        assertNotEquals(before, other.active(ES256).kid());
        assertEquals(
                maker.published(youngest(maker).kid()).orElseThrow().kid(),
                other.active(ES256).kid());
        assertEquals(reads, stored.reads - 1, "only the maker's own cache had run out");
    }

    @Test
    void keysAreReadOnceInHalfAMinute() {
        KeyRing ring = started();
        int reads = stored.reads;
        clock.move(Duration.ofSeconds(29));
        ring.active(ES256);
        ring.published();
        assertEquals(reads, stored.reads);
        clock.move(SECOND);
        ring.active(ES256);
        ring.published();
        assertEquals(reads + 1, stored.reads);
    }

    @Test
    void anUnknownKidIsLookedUpAtMostOnceInFiveSeconds() {
        KeyRing ring = started();
        int reads = stored.reads;
        for (int i = 0; i < 100; i++) assertTrue(ring.published("unknown-" + i).isEmpty());
        assertEquals(reads + 1, stored.reads);
        clock.move(Duration.ofSeconds(5));
        for (int i = 0; i < 100; i++) assertTrue(ring.published("unknown-" + i).isEmpty());
        assertEquals(reads + 2, stored.reads);
    }

    @Test
    void aKeyThatAnotherNodeHasJustMadeIsFound() {
        KeyRing early = ring();
        assertTrue(early.published().isEmpty());
        String kid = started().active(ES256).kid();
        assertEquals(kid, early.published(kid).orElseThrow().kid());
    }

    @Test
    void theKeysServeWhileTheyAreFreshWhenTheDatabaseIsAwayAndNoLonger() {
        KeyRing ring = started();
        stored.goAway();
        clock.move(Duration.ofSeconds(29));
        assertEquals(2, ring.published().size());
        clock.move(SECOND);
        assertThrows(IllegalStateException.class, ring::published);
    }

    @Test
    void aNodeWithAnotherMasterKeyDoesNotStartAndMakesNothing() {
        started();
        clock.move(Duration.ofDays(100));
        byte[] other = new byte[32];
        other[0] = 1;
        KeyRing ring = ring(KeyFamily.TOKEN, new MasterKey(other, new Randomness()), PAIRS);
        assertThrows(SealBroken.class, ring::tend);
        assertEquals(2, stored.all(KeyFamily.TOKEN).size());
    }

    @Test
    void whoeverCanWriteToTheDatabaseCannotBringInAKeyOrSwapTwo() {
        List<SigningKey> keys =
                started().published().stream().map(RingKey::stored).toList();
        stored.row(keys.get(0).kid).privateSealed = keys.get(1).privateSealed;
        assertEquals(
                List.of(keys.get(1).kid),
                ring().published().stream().map(RingKey::kid).toList());
    }

    @Test
    void aDamagedKeyStopsItsAlgorithmAloneUntilItIsRevoked() {
        String rs256 = started().active(RS256).kid();
        String es256 = started().active(ES256).kid();
        stored.row(es256).privateSealed = "damaged";
        KeyRing ring = started();
        assertEquals(rs256, ring.active(RS256).kid());
        assertEquals(Optional.empty(), ring.published(es256));
        String pending = ring.rotate(ES256, "administrator").orElseThrow();
        assertTrue(ring.published(pending).isPresent());
        assertThrows(IllegalStateException.class, () -> ring.active(ES256), "not the pending one before its time");
        assertEquals(KeyRing.Revocation.DONE, ring.revoke(es256, "administrator"));
        assertEquals(pending, ring.active(ES256).kid());
    }

    @Test
    void privateKeysAreStoredSealed() {
        String kid = started().active(ES256).kid();
        SigningKey row = stored.row(kid);
        assertEquals(-1, row.publicJwk.indexOf("\"d\":"));
        assertTrue(new String(
                        TokenSystem.MASTER_KEY.open(String.valueOf(row.privateSealed), "signing_key:" + kid),
                        java.nio.charset.StandardCharsets.UTF_8)
                .contains("\"d\":"));
    }

    @Test
    void noFamilyKnowsAKeyOfTheOther() {
        KeyRing tokens = started();
        KeyRing wallets = started(KeyFamily.WALLET);
        assertEquals(List.of(ES256), algorithms(wallets));
        for (RingKey key : tokens.published())
            assertTrue(wallets.published(key.kid()).isEmpty());
        clock.move(Duration.ofSeconds(5));
        for (RingKey key : wallets.published())
            assertTrue(tokens.published(key.kid()).isEmpty());
        assertEquals(
                3,
                stored.all(KeyFamily.TOKEN).size()
                        + stored.all(KeyFamily.WALLET).size());
    }

    @Test
    void aKeyThatIsNotThereFromTheStartIsMadeWhenItIsNeededAndFollowedByOthersFromThenOn() {
        KeyRing ring = started(KeyFamily.WALLET);
        assertFalse(ring.has(RS512));
        String kid = ring.active(RS512).kid();
        assertEquals(State.ACTIVE, ring.active(RS512).state(START));
        assertEquals(List.of(ES256, RS512), algorithms(ring));
        clock.move(Duration.ofDays(89));
        ring.tend();
        assertEquals(List.of(ES256, ES256, RS512, RS512), algorithms(ring));
        assertEquals(kid, ring.active(RS512).kid());
        clock.move(Duration.ofDays(1));
        assertNotEquals(kid, ring.active(RS512).kid());
    }

    @Test
    void aNodeThatReadTheKeysBeforeTheFirstOneWasMadeMakesNoOther() {
        KeyRing early = started(KeyFamily.WALLET);
        KeyRing other = started(KeyFamily.WALLET);
        stored.justBeforeTheNextInsert(() -> early.begin(RS256));
        other.begin(RS256);
        assertEquals(early.active(RS256).kid(), other.active(RS256).kid());
        early.begin(RS512);
        assertEquals(early.active(RS512).kid(), other.active(RS512).kid());
        assertEquals(3, stored.all(KeyFamily.WALLET).size());
    }

    @Test
    void requestsThatNeedTheFirstKeyAtTheSameTimeMakeOnePair() throws Exception {
        AtomicInteger made = new AtomicInteger();
        Function<SigningAlgorithm, JWK> counting = algorithm -> {
            made.incrementAndGet();
            return PAIRS.apply(algorithm);
        };
        KeyRing ring = ring(KeyFamily.WALLET, TokenSystem.MASTER_KEY, counting);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<String> need = () -> ring.active(RS512).kid();
            Set<String> kids = new HashSet<>();
            for (Future<String> kid : threads.invokeAll(Collections.nCopies(8, need))) kids.add(kid.get());
            assertEquals(1, kids.size());
            assertEquals(1, made.get());
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void noFamilyHasKeysOfAnAlgorithmThatIsNotItsOwn() {
        KeyRing ring = started();
        assertThrows(IllegalArgumentException.class, () -> ring.active(RS512));
        assertFalse(ring.has(RS512));
    }

    private KeyRing ring() {
        return ring(KeyFamily.TOKEN, TokenSystem.MASTER_KEY, PAIRS);
    }

    private KeyRing ring(KeyFamily family, MasterKey masterKey, Function<SigningAlgorithm, JWK> pairs) {
        return new KeyRing(family, stored, masterKey, TokenSystem.SETTINGS, clock, pairs);
    }

    private KeyRing started(KeyFamily family) {
        KeyRing ring = ring(family, TokenSystem.MASTER_KEY, PAIRS);
        ring.tend();
        return ring;
    }

    private static List<SigningAlgorithm> algorithms(KeyRing ring) {
        return ring.published().stream().map(RingKey::algorithm).toList();
    }

    private KeyRing started() {
        KeyRing ring = ring();
        ring.tend();
        return ring;
    }

    private static Set<String> kids(KeyRing ring) {
        Set<String> kids = new HashSet<>();
        for (RingKey key : ring.published()) kids.add(key.kid());
        return kids;
    }

    private static RingKey youngest(KeyRing ring) {
        List<RingKey> keys = ring.published();
        return keys.get(keys.size() - 1);
    }
}
