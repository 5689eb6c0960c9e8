package org.gatehouse.idena.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IdenaStateTest {
    @Test
    void the_nine_states_have_the_names_of_the_node_in_its_order() {
        assertEquals(
                List.of(
                        "Undefined",
                        "Invite",
                        "Candidate",
                        "Verified",
                        "Suspended",
                        "Killed",
                        "Zombie",
                        "Newbie",
                        "Human"),
                Arrays.stream(IdenaState.values()).map(IdenaState::idenaName).toList());
    }

    @Test
    void a_name_is_read_in_its_own_letter_case_only() {
        assertEquals(Optional.of(IdenaState.HUMAN), IdenaState.named("Human"));
        assertEquals(Optional.empty(), IdenaState.named("HUMAN"));
        assertEquals(Optional.empty(), IdenaState.named("Superhuman"));
    }
}
