package org.gatehouse.idena.node;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the network says of one person.
 *
 * @param state the state
 * @param age epochs since the first validation, if it was learnt
 * @param stake iDNA at stake as a decimal number in the network's own digits, if it was learnt
 */
record Identity(IdenaState state, OptionalLong age, Optional<String> stake) {
    static Identity undefined() {
        return new Identity(IdenaState.UNDEFINED, OptionalLong.empty(), Optional.empty());
    }
}
