package org.gatehouse.selfkey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatehouse.endpoint.Refusal;
import org.gatehouse.it.SelfkeyWallet;
import org.gatehouse.selfkey.did.DidLedger;
import org.gatehouse.selfkey.did.LedgerAway;
import org.gatehouse.wallet.AccountId;
import org.gatehouse.wallet.Address;
import org.gatehouse.wallet.BouncyCastleEngine;
import org.gatehouse.wallet.Did;
import org.gatehouse.wallet.SignatureRecovery;
import org.gatehouse.wallet.Vectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SignaturesTest {
    private static final String TEXT = "gate.example asks you to sign in";
    private static final String SELFKEY =
            "did:selfkey:0x4c3f562335dd7b0ddf9f7a8dfc9c385addada809c4af9c28796eed5a4e48ea80";

    private final Map<String, Address> registry = new HashMap<>();
    private final Signatures signatures = signatures(did -> Optional.ofNullable(registry.get(did.toString())));
    private final SelfkeyWallet wallet = SelfkeyWallet.create();

    static Stream<JsonObject> vectors() {
        return Vectors.list("selfkey.json", "vectors");
    }

    static Stream<JsonObject> negative() {
        return Vectors.list("selfkey.json", "negative");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void whatARealWalletAnswersIsItsSignature(JsonObject vector) {
        Address address = Address.parse(vector.getString("address"));
        String name = vector.getString("challengePathParam");
        if (name.startsWith("did:selfkey:")) registry.put(name, address);
        Reply reply = Reply.read(vector.getJsonObject("requestBody")).orElseThrow();
        Claimant claimant = Claimant.parse(name);
        assertEquals(
                new Signing.Signed(claimant.did().orElseThrow(), AccountId.ethereum(address)),
                signatures.check(claimant, vector.getString("nonce"), reply));
        assertEquals(
                AccountId.ethereum(address),
                assertInstanceOf(
                                Signing.Signed.class,
                                signatures.check(Claimant.parse(""), vector.getString("nonce"), reply))
                        .wallet());
    }

    @ParameterizedTest
    @MethodSource("negative")
    void whatAnAttackerAnswersIsNot(JsonObject vector) {
        Reply reply = Reply.read(vector).orElseThrow();
        assertEquals(
                new Signing.Refused(Refusal.SIGNATURE_INVALID),
                signatures.check(Claimant.parse(vector.getString("did")), vector.getString("nonce"), reply));
    }

    @Test
    void aLedgersRecoveryIdIs0Or1() {
        assertSigned(wallet.did(), signatures.check(claimant(wallet.did()), TEXT, reply(wallet.signLedger(TEXT))));
    }

    @Test
    void aHighSIsRefused() {
        assertRefused(
                Refusal.SIGNATURE_INVALID,
                signatures.check(claimant(wallet.did()), TEXT, reply(wallet.signHigh(TEXT))));
    }

    @Test
    void whoeverSignsIsWhoItIsWhereNobodyWasNamed() {
        assertSigned(wallet.did(), signatures.check(Claimant.parse(""), TEXT, reply(wallet.sign(TEXT))));
        String key = SelfkeyWallet.create().did() + "#keys-1";
        assertRefused(
                Refusal.SIGNATURE_INVALID,
                signatures.check(Claimant.parse(""), TEXT, new Reply(wallet.sign(TEXT), Optional.of(key))));
    }

    @Test
    void theControllerOfADidOfTheRegistrySigns() {
        registry.put(SELFKEY, Address.parse(wallet.address()));
        assertSigned(SELFKEY, signatures.check(claimant(SELFKEY), TEXT, reply(wallet.sign(TEXT))));
        registry.put(SELFKEY, Address.parse(SelfkeyWallet.create().address()));
        assertRefused(Refusal.SIGNATURE_INVALID, signatures.check(claimant(SELFKEY), TEXT, reply(wallet.sign(TEXT))));
    }

    @Test
    void aDidThatTheRegistryDoesNotHaveIsNoKey() {
        assertRefused(Refusal.INVALID_KEY, signatures.check(claimant(SELFKEY), TEXT, reply(wallet.sign(TEXT))));
    }

    @Test
    void anOutageOfTheRegistryIsNotTheWalletsFault() {
        Signatures cut = signatures(did -> {
            throw new LedgerAway(new IllegalStateException("no answer"));
        });
        assertRefused(Refusal.UNAVAILABLE, cut.check(claimant(SELFKEY), TEXT, reply(wallet.sign(TEXT))));
    }

    @Test
    void theRegistryIsNotAskedForAnAnswerWithoutTheFormOfOne() {
        Signatures none = signatures(did -> {
            throw new AssertionError("asked");
        });
        assertRefused(Refusal.SIGNATURE_INVALID, none.check(claimant(SELFKEY), TEXT, reply("0x12")));
        Reply another = new Reply(wallet.sign(TEXT), Optional.of(wallet.did() + "#keys-1"));
        assertRefused(Refusal.SIGNATURE_INVALID, none.check(claimant(SELFKEY), TEXT, another));
        assertSigned(wallet.did(), none.check(claimant(wallet.did()), TEXT, reply(wallet.sign(TEXT))));
    }

    private interface Registry {
        Optional<Address> controller(Did did);
    }

    private static Signatures signatures(Registry registry) {
        DidLedger ledger = new DidLedger() {
            @Override
            public boolean known() {
                return true;
            }

            @Override
            public Optional<Address> controller(Did did) {
                return registry.controller(did);
            }
        };
        return new Signatures(new SignatureRecovery(new BouncyCastleEngine()), ledger);
    }

    private static Claimant claimant(String did) {
        return Claimant.parse(did);
    }

    private static Reply reply(String signature) {
        return new Reply(signature, Optional.empty());
    }

    private void assertSigned(String did, Signing signing) {
        AccountId account = AccountId.ethereum(Address.parse(wallet.address()));
        assertEquals(new Signing.Signed(Did.parse(did), account), signing);
    }

    private static void assertRefused(Refusal refusal, Signing signing) {
        assertEquals(new Signing.Refused(refusal), signing);
    }
}
