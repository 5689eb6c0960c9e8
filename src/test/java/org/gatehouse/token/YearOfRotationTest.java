package org.gatehouse.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.gatehouse.http.PublicUrl;
import org.gatehouse.token.KeyRing.Revocation;
import org.gatehouse.token.SigningKey.State;
import org.gatehouse.vault.Randomness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** More than a year of three nodes, whose clocks differ, and of two applications that keep the JWKS for a time, as Java servers do. */
class YearOfRotationTest {
    private static final Instant START = Instant.parse("2026-11-20T08:00:00Z");
    private static final SigningAlgorithm RS256 = SigningAlgorithm.RS256;
    private static final Duration LONGEST_STEP = Duration.ofMinutes(20);
    private static final QuickPairs PAIRS = new QuickPairs();

    private final Random random = new Random(7517);
    private final MovedClock clock = new MovedClock(START);
    private final KeysInMemory stored = new KeysInMemory();
    private final List<Node> nodes = new ArrayList<>();

    /** As Payara. */
    private final Application quick = new Application(Duration.ofMinutes(5));

    /** As WildFly. */
    private final Application slow = new Application(Duration.ofMinutes(30));

    /** By kid, when the last token that it signed expires. */
    private final Map<String, Instant> valid = new HashMap<>();

    private TokenSettings settings = TokenSystem.SETTINGS;

    @ParameterizedTest
    @CsvSource({"P90D, P1D, P370D", "P7D, PT90M, P370D"})
    void noApplicationEverSeesAnUnknownKid(Duration lifetime, Duration lead, Duration walk) throws Exception {
        start(new TokenSettings(lifetime, lead));
        Instant end = START.plus(walk);
        for (int step = 0; clock.instant().isBefore(end); step++) {
            step();
            assertEquals(Set.of(), quick.unknown(), () -> "at " + clock.instant());
            assertEquals(Set.of(), slow.unknown(), () -> "at " + clock.instant());
            if (step % 500 == 0) mintAndCheck();
        }
        for (SigningAlgorithm algorithm : KeyFamily.TOKEN.algorithms()) assertRegular(algorithm);
        assertTrue(stored.all(KeyFamily.TOKEN).size() >= 2 * walk.dividedBy(lifetime), "it went on all the time");
    }

    @Test
    void withAShorterLeadThanIsAllowedTheSlowerApplicationWouldSeeOne() {
        start(new TokenSettings(Duration.ofDays(7), Duration.ofMinutes(10)));
        Instant end = START.plus(Duration.ofDays(60));
        boolean seen = false;
        while (!seen && clock.instant().isBefore(end)) {
            step();
            seen = !slow.unknown().isEmpty();
        }
        assertTrue(seen);
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void aRevokedKeyIsTakenNoLongerThanEachCacheSays(boolean successorPending) {
        start(TokenSystem.SETTINGS);
        walk(Duration.ofDays(40));
        String pending = "";
        if (successorPending) {
            pending = nodes.get(0).ring.rotate(RS256, "administrator").orElseThrow();
            walk(Duration.ofHours(2));
        }
        String revoked = nodes.get(0).ring.active(RS256).kid();
        quick.refreshIfDue();
        slow.refreshIfDue();

        assertEquals(Revocation.DONE, nodes.get(0).ring.revoke(revoked, "administrator"));
        valid.remove(revoked);
        assertTrue(nodes.get(0).ring.published(revoked).isEmpty(), "here at once");
        clock.move(Duration.ofSeconds(30));
        Set<String> signing = new HashSet<>();
        for (Node node : nodes) {
            assertTrue(node.ring.published(revoked).isEmpty(), "on every node within half a minute");
            signing.add(node.ring.active(RS256).kid());
        }
        assertEquals(1, signing.size());
        String successor = signing.iterator().next();
        valid.put(successor, clock.instant().plus(KeyRing.LONGEST_TOKEN));
        if (successorPending) {
            assertEquals(pending, successor);
            assertEquals(Set.of(), quick.unknown(), "it was published before");
            assertEquals(Set.of(), slow.unknown());
        }

        clock.move(Duration.ofMinutes(5));
        assertEquals(Set.of(), quick.unknown());
        assertFalse(quick.kids.contains(revoked), "5 minutes later at the one");
        clock.move(Duration.ofMinutes(25));
        assertEquals(Set.of(), slow.unknown());
        assertFalse(slow.kids.contains(revoked), "half an hour later at the other");

        walk(Duration.ofDays(200));
        for (SigningAlgorithm algorithm : KeyFamily.TOKEN.algorithms()) {
            assertEquals(
                    1,
                    stored.all(KeyFamily.TOKEN).stream()
                            .filter(key -> key.algorithm == algorithm && key.state(clock.instant()) == State.ACTIVE)
                            .count());
        }
    }

    private void start(TokenSettings given) {
        settings = given;
        for (int seconds : new int[] {0, -2, 2}) nodes.add(new Node(Duration.ofSeconds(seconds)));
        nodes.get(0).ring.tend();
    }

    private void walk(Duration time) {
        Instant end = clock.instant().plus(time);
        while (clock.instant().isBefore(end)) {
            step();
            quick.unknown();
            slow.unknown();
        }
    }

    /** A moment later one node looks after the keys, and another one signs. */
    private void step() {
        clock.move(Duration.ofMillis(1 + random.nextInt((int) LONGEST_STEP.toMillis())));
        Node tending = anyNode();
        tending.ring.tend();
        tending.ring.eraseGone();
        Node minting = anyNode();
        for (SigningAlgorithm algorithm : KeyFamily.TOKEN.algorithms()) {
            Duration lifetime = random.nextInt(20) == 0 ? KeyRing.LONGEST_TOKEN : Duration.ofMinutes(10);
            Instant expires = clock.instant().plus(lifetime);
            valid.merge(minting.ring.active(algorithm).kid(), expires, (a, b) -> a.isAfter(b) ? a : b);
        }
        valid.values().removeIf(expires -> !expires.isAfter(clock.instant()));
    }

    private void mintAndCheck() throws Exception {
        TokenRequest request = new TokenRequest(
                TokenType.ACCESS, HeaderType.JWT, RS256, false, "account", "shop", KeyRing.LONGEST_TOKEN, Map.of());
        PublicUrl url = new PublicUrl(URI.create(TokenSystem.ISSUER));
        Node minting = anyNode();
        Node checking = anyNode();
        String jwt = new TokenIssuer(minting.rings, url, new Randomness(), minting.clock)
                .issue(request)
                .value();
        TokenCheck check = new TokenChecker(checking.rings, url, checking.clock).check(jwt, TokenType.ACCESS, "shop");
        assertTrue(check.valid().isPresent(), check::toString);
        assertTrue(quick.kids.contains(SignedJWT.parse(jwt).getHeader().getKeyID()));
    }

    /** Each key was made once and follows the one before it, in time. */
    private void assertRegular(SigningAlgorithm algorithm) {
        List<SigningKey> keys = nodes.get(0).ring.rows().stream()
                .filter(key -> key.algorithm == algorithm)
                .toList();
        for (int i = 1; i < keys.size(); i++) {
            SigningKey before = keys.get(i - 1);
            SigningKey key = keys.get(i);
            assertEquals(i + 1, key.generation);
            assertEquals(key.activeFrom, before.retiredAt);
            Duration signed = Duration.between(before.activeFrom, key.activeFrom);
            Duration late = signed.minus(settings.keyLifetime());
            assertTrue(!late.isNegative() && late.compareTo(Duration.ofHours(1)) < 0, signed::toString);
        }
        assertEquals(
                keys.size(), new HashSet<>(keys.stream().map(key -> key.kid).toList()).size());
    }

    private Node anyNode() {
        return nodes.get(random.nextInt(nodes.size()));
    }

    private final class Node {
        final Clock clock;
        final KeyRings rings;
        final KeyRing ring;

        Node(Duration skew) {
            clock = Clock.offset(YearOfRotationTest.this.clock, skew);
            rings = new KeyRings(stored, TokenSystem.MASTER_KEY, settings, clock, PAIRS);
            ring = rings.of(KeyFamily.TOKEN);
        }
    }

    /** Keeps the JWKS for so long and asks no earlier, whatever kid it meets. */
    private final class Application {
        private final Duration cache;
        private Instant fetched = Instant.MIN;
        private Set<String> kids = Set.of();

        Application(Duration cache) {
            this.cache = cache;
        }

        /** The kids of valid tokens that it does not know. */
        Set<String> unknown() {
            refreshIfDue();
            Set<String> unknown = new HashSet<>(valid.keySet());
            unknown.removeAll(kids);
            return unknown;
        }

        void refreshIfDue() {
            Instant now = clock.instant();
            if (!fetched.equals(Instant.MIN) && now.isBefore(fetched.plus(cache))) return;
            fetched = now;
            Set<String> published = new HashSet<>();
            for (RingKey key : anyNode().ring.published()) published.add(key.kid());
            kids = published;
        }
    }
}
