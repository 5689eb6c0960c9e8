package org.gatehouse.it;

import org.gatehouse.selfkey.did.FakeEthereum;

/** The Ethereum node that every server under test asks, with the registry of SelfKey's DIDs. */
final class Ethereum {
    private static final FakeEthereum NODE = FakeEthereum.start();

    private Ethereum() {}

    static String url() {
        return NODE.url().toString();
    }

    /**
     * Writes into the registry.
     *
     * @param did such as {@code did:selfkey:0x...}
     * @param address who controls it
     */
    static void controller(String did, String address) {
        NODE.controller(did, address);
    }

    static int calls() {
        return NODE.calls();
    }

    static void away(Runnable meanwhile) {
        NODE.answer(500, "");
        try {
            meanwhile.run();
        } finally {
            NODE.recover();
        }
    }
}
