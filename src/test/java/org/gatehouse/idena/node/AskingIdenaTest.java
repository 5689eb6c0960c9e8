package org.gatehouse.idena.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.account.Standing;
import org.gatehouse.account.WalletNetwork;
import org.gatehouse.idena.node.FakeIdena.Behaviour;
import org.gatehouse.idena.node.FakeIdena.Question;
import org.gatehouse.idena.node.NodeSettings.Source;
import org.gatehouse.wallet.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a node and the public API are asked, and which of their answers are believed. */
class AskingIdenaTest extends IdenaTestBed {
    @ParameterizedTest
    @EnumSource(names = {"NODE", "API"})
    void a_person_has_state_age_stake_and_epoch(Source source) {
        idena.person(ALICE, IdenaState.HUMAN, 42, "12345.678901234567890123");

        assertEquals(
                new Standing(
                        "idena",
                        true,
                        Map.of("state", "Human", "age", 42L, "stake", "12345.678901234567890123", "epoch", 150L)),
                network(source).standing(ALICE));
    }

    @ParameterizedTest
    @EnumSource(names = {"NODE", "API"})
    void an_address_that_the_network_never_saw_is_known_to_be_undefined(Source source) {
        Standing standing = network(source).standing(ALICE);

        assertTrue(standing.known());
        assertState("Undefined", standing);
        assertEquals(150L, standing.facts().get("epoch"));
    }

    @ParameterizedTest
    @EnumSource(IdenaState.class)
    void each_state_is_told_under_its_own_name(IdenaState state) {
        idena.person(ALICE, state);

        assertState(state.idenaName(), network(Source.NODE).standing(ALICE));
        assertState(state.idenaName(), network(Source.API).standing(ALICE));
    }

    @Test
    void an_address_that_the_api_never_saw_costs_no_calls_for_its_age_and_stake() {
        network(Source.API).standing(ALICE);

        assertEquals(1, idena.calls(Question.IDENTITY));
        assertEquals(0, idena.calls(Question.AGE) + idena.calls(Question.STAKE));
    }

    @Test
    void the_network_is_the_main_network_of_idena() {
        assertEquals("idena:mainnet", network(Source.API).chain());
        assertEquals("idena:mainnet", new SilentNetwork().chain());
    }

    @Test
    void where_the_source_is_none_everyone_is_unknown_and_nobody_is_asked() {
        idena.person(ALICE, IdenaState.HUMAN);
        WalletNetwork network = new NodeBeans().network(settings(Source.NONE, LONG, STATE_CACHE), clock);

        assertUnknown(network.standing(ALICE));
        assertEquals(0, idena.calls());
    }

    @ParameterizedTest
    @CsvSource({"NODE", "API"})
    void the_bean_asks_the_source_of_the_settings(Source source) {
        idena.person(ALICE, IdenaState.NEWBIE);
        NodeBeans beans = new NodeBeans();
        WalletNetwork network = beans.network(settings(source, LONG, STATE_CACHE), clock);
        try {
            assertState("Newbie", network.standing(ALICE));
            assertEquals(source == Source.API ? 1 : 0, idena.calls(Question.AGE));
        } finally {
            beans.close(network);
        }
    }

    @Test
    void the_node_gets_its_key() {
        idena.wantKey(KEY);
        idena.person(ALICE, IdenaState.HUMAN);

        assertState("Human", withKey(KEY).standing(ALICE));
    }

    @Test
    void without_the_right_key_everyone_is_unknown() {
        idena.wantKey(KEY);
        idena.person(ALICE, IdenaState.HUMAN);

        assertUnknown(withKey("another").standing(ALICE));
        assertUnknown(network(Source.NODE).standing(ALICE));
    }

    private IdenaNetwork withKey(String key) {
        return opened(IdenaNetwork.of(
                new NodeSettings(Source.NODE, idena.url(), Optional.of(key), idena.apiUrl(), LONG, STATE_CACHE),
                clock));
    }

    @ParameterizedTest
    @CsvSource({
        "NODE, CUTTING",
        "API, CUTTING",
        "NODE, GARBAGE",
        "API, GARBAGE",
        "NODE, OTHER_PERSON",
        "API, OTHER_PERSON",
        "NODE, HUGE",
        "API, HUGE",
        "NODE, REDIRECTING",
        "API, REDIRECTING",
        "NODE, TOO_MANY_REQUESTS",
        "API, TOO_MANY_REQUESTS",
        "NODE, UNAVAILABLE",
        "API, UNAVAILABLE",
        "NODE, FAULTY",
        "API, FAULTY"
    })
    void a_person_is_unknown_where_the_answer_about_the_state_cannot_be_used(Source source, Behaviour behaviour) {
        idena.person(ALICE, IdenaState.HUMAN);
        idena.person(Address.parse("0x00000000000000000000000000000000000000ff"), IdenaState.HUMAN);
        idena.behave(Question.IDENTITY, behaviour);

        assertUnknown(network(source).standing(ALICE));
        idena.release();
        assertState("Human", network(source).standing(ALICE));
    }

    @ParameterizedTest
    @CsvSource({"NODE, HANGING", "API, HANGING", "NODE, DRIBBLING", "API, DRIBBLING"})
    void a_person_is_unknown_where_the_answer_is_not_whole_in_time(Source source, Behaviour behaviour) {
        idena.person(ALICE, IdenaState.HUMAN);
        idena.behave(Question.IDENTITY, behaviour);

        Standing standing = assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> network(source, SHORT).standing(ALICE));
        assertUnknown(standing);
    }

    @ParameterizedTest
    @EnumSource(names = {"NODE", "API"})
    void a_person_is_unknown_where_nobody_listens(Source source) {
        idena.close();

        assertUnknown(network(source).standing(ALICE));
    }

    @ParameterizedTest
    @CsvSource({"NODE, HANGING", "API, HANGING", "NODE, FAULTY", "API, FAULTY", "NODE, GARBAGE", "API, GARBAGE"})
    void the_epoch_is_left_out_where_it_cannot_be_learnt(Source source, Behaviour behaviour) {
        idena.person(ALICE, IdenaState.HUMAN, 3, "1");
        idena.behave(Question.EPOCH, behaviour);

        assertEquals(
                Map.of("state", "Human", "age", 3L, "stake", "1"),
                network(source, Duration.ofSeconds(2)).standing(ALICE).facts());
    }

    @ParameterizedTest
    @EnumSource(
            value = Behaviour.class,
            names = {"NORMAL", "OTHER_PERSON"},
            mode = EnumSource.Mode.EXCLUDE)
    void age_and_stake_are_left_out_where_the_api_does_not_say_them(Behaviour behaviour) {
        idena.person(ALICE, IdenaState.HUMAN);
        idena.behave(Question.AGE, behaviour);
        idena.behave(Question.STAKE, behaviour);

        assertEquals(
                Map.of("state", "Human", "epoch", 150L),
                network(Source.API, Duration.ofSeconds(1)).standing(ALICE).facts());
    }

    @Test
    void the_stake_of_somebody_else_is_left_out() {
        idena.person(ALICE, IdenaState.HUMAN);
        idena.person(Address.parse("0x00000000000000000000000000000000000000ff"), IdenaState.HUMAN);
        idena.behave(Question.STAKE, Behaviour.OTHER_PERSON);

        assertEquals(
                Map.of("state", "Human", "age", 12L, "epoch", 150L),
                network(Source.API).standing(ALICE).facts());
    }

    @ParameterizedTest
    @ValueSource(strings = {"human", "HUMAN", "Superhuman", "", "8"})
    void a_state_that_idena_does_not_have_is_unknown(String state) {
        String body = "{\"result\":{\"address\":\"" + ALICE.lowerCase() + "\",\"state\":\"" + state + "\"}}";
        idena.answer(Question.IDENTITY, body);

        assertUnknown(network(Source.NODE).standing(ALICE));
        assertUnknown(network(Source.API).standing(ALICE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"result\":null}",
                "{\"result\":\"Human\"}",
                "{\"result\":{}}",
                "{\"result\":{\"state\":\"Human\"}}",
                "{\"error\":\"no data found\"}",
                "{\"error\":{\"message\":\"something else\"}}",
                "{\"result\":{\"address\":\"0xd2a5e6b1cafe0000000000000000000000000001\",\"state\":\"Human\"}",
            })
    void an_answer_of_another_form_is_unknown(String body) {
        idena.answer(Question.IDENTITY, body);

        assertUnknown(network(Source.NODE).standing(ALICE));
        assertUnknown(network(Source.API).standing(ALICE));
    }

    @Test
    void an_answer_nested_without_end_is_unknown() {
        idena.answer(Question.IDENTITY, "{\"result\":" + "[".repeat(30_000) + "]".repeat(30_000) + "}");

        assertUnknown(network(Source.NODE).standing(ALICE));
        assertUnknown(network(Source.API).standing(ALICE));
    }

    @Test
    void no_data_found_is_an_answer_of_the_api_and_none_of_a_node() {
        idena.answer(Question.IDENTITY, "{\"error\":{\"message\":\"no data found\"}}");

        assertState("Undefined", network(Source.API).standing(ALICE));
        assertUnknown(network(Source.NODE).standing(ALICE));
    }

    @Test
    void an_error_of_null_is_none() {
        idena.answer(
                Question.IDENTITY,
                "{\"id\":1,\"error\":null,\"result\":{\"address\":\"" + ALICE + "\",\"state\":\"Human\"}}");

        assertState("Human", network(Source.NODE).standing(ALICE));
    }

    @Test
    void an_error_counts_more_than_a_result() {
        idena.answer(
                Question.IDENTITY,
                "{\"error\":{\"code\":-32000},\"result\":{\"address\":\"" + ALICE + "\",\"state\":\"Human\"}}");

        assertUnknown(network(Source.NODE).standing(ALICE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", "\"12\"", "1e999999999", "9223372036854775808", "null", "[12]"})
    void an_age_that_is_no_whole_number_is_left_out(String age) {
        idena.person(ALICE, IdenaState.HUMAN);
        idena.answer(Question.AGE, "{\"result\":" + age + "}");

        assertEquals(
                Map.of("state", "Human", "stake", "1000.5", "epoch", 150L),
                network(Source.API).standing(ALICE).facts());
    }

    @Test
    void an_age_beyond_the_limits_of_the_parser_costs_the_age_and_not_the_state() {
        idena.person(ALICE, IdenaState.HUMAN);
        Map<String, Object> facts = Map.of("state", "Human", "stake", "1000.5", "epoch", 150L);

        idena.answer(Question.AGE, "{\"result\":" + "9".repeat(20_000) + "}");
        assertEquals(facts, network(Source.API).standing(ALICE).facts());
        idena.answer(Question.AGE, "{\"result\":" + "[".repeat(30_000) + "]".repeat(30_000) + "}");
        assertEquals(facts, network(Source.API).standing(ALICE).facts());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "1e9", "1,5", "lots", ".5", "5.", ""})
    void a_stake_that_is_no_decimal_number_is_left_out(String stake) {
        idena.person(ALICE, IdenaState.HUMAN, 12, stake);

        Map<String, Object> facts = Map.of("state", "Human", "age", 12L, "epoch", 150L);
        assertEquals(facts, network(Source.API).standing(ALICE).facts());
        assertEquals(facts, network(Source.NODE).standing(ALICE).facts());
    }
}
