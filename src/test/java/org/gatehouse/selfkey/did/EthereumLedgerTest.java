package org.gatehouse.selfkey.did;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.config.WrongSetting;
import org.gatehouse.vault.GivenKeys;
import org.gatehouse.wallet.Address;
import org.gatehouse.wallet.Did;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EthereumLedgerTest {
    private static final String DID = "did:selfkey:0x4c3f562335dd7b0ddf9f7a8dfc9c385addada809c4af9c28796eed5a4e48ea80";
    private static final Address ALICE = Address.parse("0x21B1deb00dC68FB484330BC0a4eFFeC5afb2598e");
    private static final Duration LONG = Duration.ofSeconds(20);

    private final FakeEthereum ethereum = FakeEthereum.start();
    private final EthereumLedger ledger = ledger(ethereum.url(), LONG);

    @AfterEach
    void end() {
        ledger.close();
        ethereum.close();
    }

    @Test
    void theContractNamesTheControllerOfADid() {
        ethereum.controller(DID, ALICE.lowerCase());
        assertEquals(Optional.of(ALICE), ledger.controller(Did.parse(DID)));
    }

    @Test
    void theZeroAddressIsNobody() {
        assertEquals(Optional.empty(), ledger.controller(Did.parse(DID)));
    }

    @Test
    void aControllerThatChangedIsTheNewOneAtOnce() {
        ethereum.controller(DID, "0x3d026959f3e098487be267081a20be1890f1efb8");
        ledger.controller(Did.parse(DID));
        ethereum.controller(DID, ALICE.lowerCase());
        assertEquals(Optional.of(ALICE), ledger.controller(Did.parse(DID)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "<!doctype html>",
                "{}",
                "{\"result\":null}",
                "{\"result\":7}",
                "{\"result\":\"0x\"}",
                "{\"result\":\"0x21b1deb00dc68fb484330bc0a4effec5afb2598e\"}",
                "{\"result\":\"0x00000000000000000000000121b1deb00dc68fb484330bc0a4effec5afb2598e\"}",
                "{\"result\":\"0x00000000000000000000000021b1deb00dc68fb484330bc0a4effec5afb2598e00\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32000,\"message\":\"header not found\"}}"
            })
    void anAnswerThatIsNoAddressIsAnOutage(String answer) {
        ethereum.answer(200, answer);
        assertThrows(LedgerAway.class, () -> ledger.controller(Did.parse(DID)));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 401, 404, 429, 500, 503})
    void anotherStatusThan200IsAnOutage(int status) {
        ethereum.answer(
                status, "{\"result\":\"0x" + "0".repeat(24) + ALICE.lowerCase().substring(2) + "\"}");
        assertThrows(LedgerAway.class, () -> ledger.controller(Did.parse(DID)));
    }

    @Test
    void aHugeAnswerIsAnOutage() {
        ethereum.answer(200, "{\"padding\":\"" + "x".repeat(100_000) + "\"}");
        assertThrows(LedgerAway.class, () -> ledger.controller(Did.parse(DID)));
    }

    @Test
    void aNodeThatDoesNotAnswerIsAnOutageAfterTheTimeout() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                EthereumLedger patient =
                        ledger(URI.create("http://127.0.0.1:" + silent.getLocalPort()), Duration.ofMillis(200))) {
            assertThrows(LedgerAway.class, () -> patient.controller(Did.parse(DID)));
        }
    }

    @Test
    void after5FailuresInARowTheNodeIsNotAskedForAWhile() {
        ethereum.answer(500, "");
        for (int i = 0; i < 5; i++) assertThrows(LedgerAway.class, () -> ledger.controller(Did.parse(DID)));
        ethereum.recover();
        assertThrows(LedgerAway.class, () -> ledger.controller(Did.parse(DID)));
        assertEquals(5, ethereum.calls());
    }

    @Test
    void withoutAnEndpointNoDidOfTheRegistryIsKnown() {
        DidLedger none = new DidBeans().ledger(settings(Map.of()));
        assertFalse(none.known());
        assertEquals(Optional.empty(), none.controller(Did.parse(DID)));
    }

    @Test
    void withAnEndpointTheNodeIsAsked() {
        ethereum.controller(DID, ALICE.lowerCase());
        DidBeans beans = new DidBeans();
        DidLedger asked =
                beans.ledger(settings(Map.of(DidSettings.RPC, ethereum.url().toString())));
        assertTrue(asked.known());
        assertEquals(Optional.of(ALICE), asked.controller(Did.parse(DID)));
        beans.close(asked);
    }

    @Test
    void aWrongSettingNamesItsKeyAndTheEndpointIsNotLogged() {
        assertThrows(WrongSetting.class, () -> settings(Map.of(DidSettings.RPC, "ftp://node.example")));
        assertThrows(WrongSetting.class, () -> settings(Map.of(DidSettings.CONTRACT, "0x12")));
        DidSettings settings = settings(Map.of(DidSettings.RPC, "https://node.example/v3/secret"));
        assertFalse(settings.toString().contains("secret"));
    }

    private static DidSettings settings(Map<String, String> given) {
        Map<String, String> all = new java.util.HashMap<>(
                Map.of(DidSettings.CONTRACT, FakeEthereum.CONTRACT, "gatehouse.selfkey.ethereum-timeout", "PT5S"));
        all.putAll(given);
        return DidSettings.read(GivenKeys.of(all));
    }

    private static EthereumLedger ledger(URI rpc, Duration timeout) {
        return new EthereumLedger(rpc, Address.parse(FakeEthereum.CONTRACT), timeout);
    }
}
