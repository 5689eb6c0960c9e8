package org.gatehouse.idena.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.gatehouse.idena.node.FakeIdena.Behaviour;
import org.gatehouse.idena.node.FakeIdena.Question;
import org.gatehouse.idena.node.NodeSettings.Source;
import org.gatehouse.wallet.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a state is believed: not long, and never across a validation ceremony. */
class KeepingStatesTest extends IdenaTestBed {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @ParameterizedTest
    @EnumSource(names = {"NODE", "API"})
    void a_state_is_believed_for_the_time_of_the_settings_and_then_asked_again(Source source) {
        IdenaNetwork network = network(source);
        idena.person(ALICE, IdenaState.CANDIDATE);
        assertState("Candidate", network.standing(ALICE));
        idena.person(ALICE, IdenaState.KILLED);

        clock.pass(STATE_CACHE.minus(SECOND));
        assertState("Candidate", network.standing(ALICE));
        clock.pass(SECOND);
        assertState("Killed", network.standing(ALICE));
    }

    @Test
    void the_same_address_in_another_letter_case_is_the_same_person() {
        IdenaNetwork network = network(Source.NODE);
        network.standing(ALICE);
        network.standing(Address.parse("0x" + ALICE.toString().substring(2).toUpperCase(java.util.Locale.ROOT)));

        assertEquals(1, idena.calls(Question.IDENTITY));
    }

    @Test
    void each_address_is_asked_for_by_itself() {
        idena.person(ALICE, IdenaState.HUMAN);
        IdenaNetwork network = network(Source.NODE);

        assertState("Human", network.standing(ALICE));
        assertState("Undefined", network.standing(BOB));
    }

    @Test
    void a_cache_time_of_zero_keeps_nothing() {
        IdenaNetwork network = opened(IdenaNetwork.of(settings(Source.NODE, LONG, Duration.ZERO), clock));
        network.standing(ALICE);
        network.standing(ALICE);

        assertEquals(2, idena.calls(Question.IDENTITY));
    }

    @Test
    void a_cache_time_of_zero_keeps_nothing_even_where_the_epoch_cannot_be_learnt() {
        idena.behave(Question.EPOCH, Behaviour.FAULTY);
        IdenaNetwork network = opened(IdenaNetwork.of(settings(Source.NODE, LONG, Duration.ZERO), clock));
        network.standing(ALICE);
        network.standing(ALICE);

        assertEquals(2, idena.calls(Question.IDENTITY));
    }

    @ParameterizedTest
    @EnumSource(names = {"NODE", "API"})
    void no_state_is_believed_across_the_next_validation(Source source) {
        idena.epoch(150, clock.instant().plus(Duration.ofMinutes(3)));
        idena.person(ALICE, IdenaState.CANDIDATE);
        IdenaNetwork network = network(source);
        network.standing(ALICE);
        idena.person(ALICE, IdenaState.NEWBIE);

        clock.pass(Duration.ofMinutes(3).minus(SECOND));
        assertState("Candidate", network.standing(ALICE));
        clock.pass(SECOND);
        assertState("Newbie", network.standing(ALICE));
    }

    @ParameterizedTest
    @EnumSource(names = {"NODE", "API"})
    void from_the_validation_until_the_epoch_has_grown_nothing_is_kept(Source source) {
        idena.epoch(150, clock.instant());
        IdenaNetwork network = network(source);
        network.standing(ALICE);
        network.standing(ALICE);
        clock.pass(Duration.ofMinutes(20));
        network.standing(ALICE);
        assertEquals(3, idena.calls(Question.IDENTITY));

        idena.epoch(151, clock.instant().plus(Duration.ofDays(20)));
        assertEquals(151L, network.standing(ALICE).facts().get("epoch"));
        network.standing(ALICE);
        assertEquals(4, idena.calls(Question.IDENTITY));
    }

    @Test
    void a_later_time_of_validation_says_nothing_before_the_epoch_has_grown() {
        idena.epoch(150, clock.instant().plus(SECOND));
        IdenaNetwork network = network(Source.API);
        network.standing(ALICE);
        clock.pass(SECOND);
        idena.epoch(150, clock.instant().plus(Duration.ofDays(20)));
        network.standing(ALICE);
        network.standing(ALICE);

        assertEquals(3, idena.calls(Question.IDENTITY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"FlipLottery", "ShortSession", "LongSession", "AfterLongSession", "SomethingNew"})
    void while_a_node_says_that_a_ceremony_is_on_nothing_is_kept(String period) {
        idena.period(period);
        IdenaNetwork network = network(Source.NODE);
        network.standing(ALICE);
        network.standing(ALICE);

        assertEquals(2, idena.calls(Question.IDENTITY));
        assertEquals(2, idena.calls(Question.EPOCH));
    }

    @Test
    void the_epoch_is_asked_for_once_a_minute() {
        IdenaNetwork network = network(Source.API);
        network.standing(ALICE);
        clock.pass(Duration.ofSeconds(59));
        network.standing(BOB);
        assertEquals(1, idena.calls(Question.EPOCH));

        clock.pass(STATE_CACHE);
        network.standing(BOB);
        assertEquals(2, idena.calls(Question.EPOCH));
    }

    @Test
    void the_epoch_is_not_believed_across_the_next_validation() {
        idena.epoch(150, clock.instant().plus(Duration.ofSeconds(30)));
        IdenaNetwork network = network(Source.API);
        network.standing(ALICE);
        clock.pass(Duration.ofSeconds(30));
        idena.epoch(151, clock.instant().plus(Duration.ofDays(20)));

        assertEquals(151L, network.standing(BOB).facts().get("epoch"));
    }

    @Test
    void a_state_is_kept_for_seconds_only_where_the_epoch_cannot_be_learnt() {
        idena.behave(Question.EPOCH, Behaviour.FAULTY);
        IdenaNetwork network = network(Source.NODE);
        network.standing(ALICE);
        network.standing(ALICE);
        assertEquals(1, idena.calls(Question.IDENTITY));

        clock.pass(IdenaNetwork.UNKNOWN_KEPT);
        network.standing(ALICE);
        assertEquals(2, idena.calls(Question.IDENTITY));
    }

    @Test
    void an_epoch_that_cannot_be_learnt_is_not_asked_for_by_everyone() {
        idena.behave(Question.EPOCH, Behaviour.FAULTY);
        IdenaNetwork network = network(Source.NODE);
        network.standing(ALICE);
        network.standing(BOB);
        assertEquals(1, idena.calls(Question.EPOCH));

        idena.release();
        clock.pass(IdenaNetwork.UNKNOWN_KEPT);
        assertEquals(150L, network.standing(BOB).facts().get("epoch"));
    }

    @Test
    void the_epoch_is_asked_for_before_the_state() {
        idena.behave(Question.IDENTITY, Behaviour.FAULTY);
        idena.behave(Question.EPOCH, Behaviour.CUTTING);
        network(Source.NODE).standing(ALICE);

        assertEquals(1, idena.calls(Question.EPOCH));
    }

    @Test
    void unknown_is_kept_for_a_few_seconds_and_then_asked_again() {
        idena.person(ALICE, IdenaState.HUMAN);
        idena.behave(Question.IDENTITY, Behaviour.FAULTY);
        IdenaNetwork network = network(Source.API);
        assertUnknown(network.standing(ALICE));
        idena.release();

        clock.pass(IdenaNetwork.UNKNOWN_KEPT.minus(SECOND));
        assertUnknown(network.standing(ALICE));
        assertEquals(1, idena.calls(Question.IDENTITY));
        clock.pass(SECOND);
        assertState("Human", network.standing(ALICE));
    }
}
