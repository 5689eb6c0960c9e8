package org.gatehouse.idena.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.stream.IntStream;
import org.gatehouse.account.Standing;
import org.gatehouse.idena.node.FakeIdena.Behaviour;
import org.gatehouse.idena.node.FakeIdena.Question;
import org.gatehouse.idena.node.NodeSettings.Source;
import org.gatehouse.remote.Deadline;
import org.gatehouse.remote.Guard;
import org.gatehouse.remote.JsonHttp;
import org.gatehouse.remote.NoAnswer;
import org.gatehouse.wallet.Address;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a slow or broken network costs those who sign in meanwhile. */
class OutageTest extends IdenaTestBed {
    private static final Duration HOURS = Duration.ofHours(1);
    private static final Duration NOW = Duration.ofNanos(1);
    private static final int AT_ONCE = 16;

    private final ExecutorService callers = Executors.newCachedThreadPool();

    @AfterEach
    void stopCallers() {
        callers.shutdownNow();
    }

    @ParameterizedTest
    @EnumSource(names = {"NODE", "API"})
    void callers_of_the_same_address_share_one_call(Source source) throws Exception {
        idena.person(ALICE, IdenaState.HUMAN);
        idena.behave(Question.IDENTITY, Behaviour.HANGING);
        // Nothing is kept: whoever did not share the call would make another one.
        IdenaNetwork network = opened(IdenaNetwork.of(settings(source, LONG, Duration.ZERO), clock));
        List<Caller> all =
                IntStream.range(0, 8).mapToObj(i -> Caller.of(network, ALICE)).toList();
        idena.awaitCalls(Question.IDENTITY, 1);
        all.forEach(Caller::awaitWaiting);
        idena.release();

        for (Caller caller : all) assertState("Human", caller.standing());
        assertEquals(1, idena.calls(Question.IDENTITY));
    }

    @Test
    void sixteen_calls_are_made_at_once_and_the_next_one_is_unknown_at_once() throws Exception {
        idena.behave(Question.IDENTITY, Behaviour.HANGING);
        IdenaNetwork network = network(Source.NODE);
        List<CompletableFuture<Standing>> waiting = IntStream.range(0, AT_ONCE)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> network.standing(address(i)), callers))
                .toList();
        idena.awaitCalls(Question.IDENTITY, AT_ONCE);

        assertUnknown(assertTimeoutPreemptively(Duration.ofSeconds(5), () -> network.standing(ALICE)));
        assertEquals(AT_ONCE, idena.calls(Question.IDENTITY));
        idena.release();
        for (CompletableFuture<Standing> standing : waiting)
            assertTrue(get(standing).known());
        // Whoever was turned away was not asked for, so that nothing is remembered of him.
        assertState("Undefined", network.standing(ALICE));
    }

    @Test
    void callers_who_leave_in_time_make_room_for_others() throws Exception {
        idena.behave(Question.IDENTITY, Behaviour.HANGING);
        IdenaNetwork network = opened(
                IdenaNetwork.of(settings(Source.API, SHORT, STATE_CACHE), IdenaNetwork.guard(2, NOW, SHORT), clock));
        for (int i = 0; i < 4; i++) assertUnknown(network.standing(address(i)));

        assertEquals(4, idena.calls(Question.IDENTITY));
    }

    @ParameterizedTest
    @CsvSource({"NODE, FAULTY", "API, FAULTY", "NODE, GARBAGE", "API, TOO_MANY_REQUESTS", "NODE, UNAVAILABLE"})
    void after_five_failures_in_a_row_nobody_is_asked(Source source, Behaviour behaviour) {
        IdenaNetwork network = network(source);
        idena.behave(Question.IDENTITY, behaviour);
        for (int i = 0; i < 5; i++) network.standing(address(i));
        int calls = idena.calls();
        idena.release();

        assertUnknown(network.standing(ALICE));
        assertEquals(calls, idena.calls());
    }

    @Test
    void four_failures_in_a_row_are_no_outage() {
        IdenaNetwork network = network(Source.NODE);
        for (int round = 0; round < 3; round++) {
            idena.behave(Question.IDENTITY, Behaviour.FAULTY);
            for (int i = 0; i < 4; i++) assertUnknown(network.standing(address(round * 10 + i)));
            idena.release();
            assertState("Undefined", network.standing(address(round * 10 + 4)));
        }
    }

    @Test
    void states_that_are_kept_are_still_told_in_an_outage() {
        idena.person(ALICE, IdenaState.HUMAN);
        IdenaNetwork network = network(Source.NODE);
        network.standing(ALICE);
        idena.behave(Behaviour.FAULTY);
        for (int i = 0; i < 5; i++) network.standing(address(i));

        assertState("Human", network.standing(ALICE));
    }

    @Test
    void after_a_pause_one_call_tries_and_its_success_ends_the_outage() {
        Guard guard = IdenaNetwork.guard(AT_ONCE, NOW, LONG);
        fail(guard, 5);

        assertEquals("first", guard.call(() -> "first"));
        assertEquals("second", guard.call(() -> "second"));
    }

    @Test
    void after_a_pause_one_call_tries_alone() {
        Guard guard = IdenaNetwork.guard(AT_ONCE, NOW, LONG);
        fail(guard, 5);

        guard.call(() -> assertNotAsked(guard));
    }

    @Test
    void nobody_is_asked_during_the_pause_and_a_try_that_fails_makes_another_one() {
        Guard guard = IdenaNetwork.guard(AT_ONCE, Duration.ofMillis(500), LONG);
        fail(guard, 5);
        assertNotAsked(guard);
        while (failure(guard).kind() == NoAnswer.Kind.NOT_ASKED) Thread.onSpinWait();

        assertNotAsked(guard);
    }

    @Test
    void an_outage_is_logged_once_and_its_end_once() {
        try (Logged log = new Logged()) {
            Guard guard = IdenaNetwork.guard(AT_ONCE, NOW, LONG);
            fail(guard, 12);
            guard.call(() -> "an answer");
            guard.call(() -> "another");

            assertEquals(
                    List.of(
                            "Idena answers with status 500. Until this is over, people sign in without their Idena state.",
                            "Idena answers again."),
                    log.at(Level.WARNING));
        }
    }

    @Test
    void a_single_failure_is_not_worth_a_warning() {
        try (Logged log = new Logged()) {
            fail(IdenaNetwork.guard(AT_ONCE, HOURS, LONG), 4);

            assertEquals(List.of(), log.at(Level.WARNING));
        }
    }

    @Test
    void the_log_names_the_setting_of_a_wrong_key_and_never_the_key_and_addresses_for_debugging_only() {
        idena.wantKey("another");
        NodeSettings settings =
                new NodeSettings(Source.NODE, idena.url(), Optional.of(KEY), idena.apiUrl(), LONG, STATE_CACHE);
        try (Logged log = new Logged()) {
            IdenaNetwork network = opened(IdenaNetwork.of(settings, clock));
            for (int i = 0; i < 5; i++) network.standing(address(i));

            List<String> warnings = log.at(Level.WARNING);
            assertEquals(1, warnings.size());
            assertTrue(warnings.get(0).contains("gatehouse.idena.node-key"), warnings::toString);
            List<String> all =
                    List.of(Level.ALL, Level.FINEST, Level.FINER, Level.FINE, Level.CONFIG, Level.INFO).stream()
                            .flatMap(level -> log.at(level).stream())
                            .toList();
            assertTrue(log.at(Level.FINE).stream()
                    .anyMatch(line -> line.contains(address(1).toString())));
            assertFalse((warnings.toString() + all).contains(KEY));
            assertFalse(warnings.toString().contains("0x"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"NODE", "API"})
    void status_503_is_tried_once_more(Source source) {
        idena.person(ALICE, IdenaState.HUMAN);
        idena.behave(Question.IDENTITY, Behaviour.UNAVAILABLE, Behaviour.NORMAL);

        assertState("Human", network(source).standing(ALICE));
        assertEquals(2, idena.calls(Question.IDENTITY));
    }

    @Test
    void status_503_is_tried_no_more_than_once_more() {
        idena.behave(Question.IDENTITY, Behaviour.UNAVAILABLE);

        assertUnknown(network(Source.NODE).standing(ALICE));
        assertEquals(2, idena.calls(Question.IDENTITY));
    }

    @ParameterizedTest
    @EnumSource(
            value = Behaviour.class,
            names = {"HANGING", "DRIBBLING", "TOO_MANY_REQUESTS", "FAULTY", "GARBAGE", "OTHER_PERSON", "HUGE"})
    void nothing_else_that_the_network_answers_is_tried_again(Behaviour behaviour) {
        idena.person(ALICE, IdenaState.HUMAN);
        idena.behave(Question.IDENTITY, behaviour, Behaviour.NORMAL);

        assertUnknown(network(Source.NODE, SHORT).standing(ALICE));
        assertEquals(1, idena.calls(Question.IDENTITY));
    }

    @Test
    void a_connection_that_is_refused_is_tried_once_more() {
        idena.close();
        AtomicInteger tries = new AtomicInteger();
        try (JsonHttp http = IdenaNetwork.http(LONG)) {
            NodeClient node = new NodeClient(http, idena.url(), Optional.empty());
            Guard guard = IdenaNetwork.guard(AT_ONCE, HOURS, LONG);

            assertThrows(
                    NoAnswer.class,
                    () -> guard.call(() -> {
                        tries.incrementAndGet();
                        return node.identity(ALICE, Deadline.in(LONG));
                    }));
        }
        assertEquals(2, tries.get());
    }

    @Test
    void a_network_that_returns_is_asked_again() {
        int port = idena.url().getPort();
        IdenaNetwork network = network(Source.NODE);
        idena.close();
        assertUnknown(network.standing(ALICE));
        clock.pass(IdenaNetwork.UNKNOWN_KEPT);
        try (FakeIdena back = FakeIdena.start(port)) {
            back.person(ALICE, IdenaState.VERIFIED);

            assertState("Verified", network.standing(ALICE));
        }
    }

    @Test
    void half_of_the_time_is_left_for_the_state_where_the_epoch_hangs() {
        idena.person(ALICE, IdenaState.HUMAN);
        idena.behave(Question.EPOCH, Behaviour.HANGING);

        assertState("Human", assertTimeoutPreemptively(Duration.ofSeconds(8), () -> network(
                        Source.API, Duration.ofSeconds(2))
                .standing(ALICE)));
    }

    @Test
    void a_thread_that_is_to_stop_gets_unknown_and_is_still_to_stop() {
        idena.behave(Question.IDENTITY, Behaviour.HANGING);
        Thread.currentThread().interrupt();
        try {
            assertUnknown(network(Source.NODE).standing(ALICE));
        } finally {
            assertTrue(Thread.interrupted());
        }
    }

    private static Address address(int number) {
        return Address.parse(String.format("0x%040x", number + 1));
    }

    private static void fail(Guard guard, int times) {
        for (int i = 0; i < times; i++) failure(guard);
    }

    private static NoAnswer failure(Guard guard) {
        return assertThrows(
                NoAnswer.class,
                () -> guard.call(() -> {
                    throw NoAnswer.lasting("answers with status 500");
                }));
    }

    private static boolean assertNotAsked(Guard guard) {
        NoAnswer none = assertThrows(NoAnswer.class, () -> guard.call(() -> "an answer"));
        assertEquals(NoAnswer.Kind.NOT_ASKED, none.kind());
        return true;
    }

    private static <T> T get(CompletableFuture<T> future) throws Exception {
        return future.get(10, TimeUnit.SECONDS);
    }

    /** Somebody who signs in, in a thread of his own. */
    private record Caller(Thread thread, CompletableFuture<Standing> answer) {
        static Caller of(IdenaNetwork network, Address address) {
            CompletableFuture<Standing> answer = new CompletableFuture<>();
            Thread thread = new Thread(() -> answer.complete(network.standing(address)), "caller");
            thread.setDaemon(true);
            thread.start();
            return new Caller(thread, answer);
        }

        void awaitWaiting() {
            while (thread.getState() != Thread.State.TIMED_WAITING) Thread.onSpinWait();
        }

        Standing standing() throws Exception {
            return get(answer);
        }
    }
}
