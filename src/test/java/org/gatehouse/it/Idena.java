package org.gatehouse.it;

import org.gatehouse.idena.node.FakeIdena;
import org.gatehouse.idena.node.IdenaState;
import org.gatehouse.wallet.Address;

/** The Idena node that every server under test asks. */
final class Idena {
    private static final FakeIdena NODE = FakeIdena.start(0);

    private Idena() {}

    static String url() {
        return NODE.url().toString();
    }

    static void person(String address, IdenaState state) {
        NODE.person(Address.parse(address), state);
    }

    static void away(Runnable meanwhile) {
        NODE.behave(FakeIdena.Behaviour.CUTTING);
        try {
            meanwhile.run();
        } finally {
            NODE.behave(FakeIdena.Behaviour.NORMAL);
        }
    }
}
