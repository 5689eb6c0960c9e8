package org.gatehouse.selfkey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatehouse.wallet.Did;
import org.gatehouse.wallet.Vectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimantTest {
    private static final String DID = "did:eth:0x21b1deb00dc68fb484330bc0a4effec5afb2598e";
    private static final String SELFKEY =
            "did:selfkey:0x4c3f562335dd7b0ddf9f7a8dfc9c385addada809c4af9c28796eed5a4e48ea80";

    static Stream<JsonObject> vectors() {
        return Vectors.list("selfkey.json", "vectors");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void eachFormOfAKeyNamesTheDidOfItsAddress(JsonObject vector) {
        Claimant expected = claimant("did:eth:" + vector.getString("address"));
        for (String name : new String[] {
            "publicKey", "publicKeyUncompressed65", "publicKeyCompressed33", "address", "checksumAddress"
        }) assertEquals(expected, Claimant.parse(vector.getString(name)), name);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void whatWalletsPutIntoThePathIsRead(JsonObject vector) {
        Claimant.parse(vector.getString("challengePathParam"));
    }

    @Test
    void withoutANameItIsWhoeverSigns() {
        assertEquals(new Claimant(Optional.empty()), Claimant.parse(""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not-a-did",
                "0x",
                "0x0000000000000000000000000000000000000000",
                "21b1deb00dc68fb484330bc0a4effec5afb2598e",
                "0x21b1deb00dc68fb484330bc0a4effec5afb2598e21b1deb00dc68fb484330bc0",
                "0x020000000000000000000000000000000000000000000000000000000000000005",
                "did:key:0x21b1deb00dc68fb484330bc0a4effec5afb2598e"
            })
    void anotherTextIsNobody(String text) {
        assertThrows(IllegalArgumentException.class, () -> Claimant.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SELFKEY + "#keys-1",
                SELFKEY + ";selfkey:chain=ropsten#keys-1",
                "did:selfkey:0x4C3F562335DD7B0DDF9F7A8DFC9C385ADDADA809C4AF9C28796EED5A4E48EA80#keys-1"
            })
    void theKeyOfADidIsItsOwnWhateverCaseAndParameters(String keyId) {
        assertEquals(claimant(SELFKEY), claimant(SELFKEY).withKey(keyId));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "#keys-1",
                DID,
                DID + "#keys-2",
                DID + "#keys-1 ",
                "did:eth:0x3d026959f3e098487be267081a20be1890f1efb8#keys-1",
                SELFKEY + "#keys-1",
                "0x21b1deb00dc68fb484330bc0a4effec5afb2598e#keys-1"
            })
    void anotherKeyIsNotTheClaimants(String keyId) {
        assertThrows(IllegalArgumentException.class, () -> claimant(DID).withKey(keyId));
    }

    @Test
    void whoeverSignsMayStillSayWithWhichKey() {
        assertEquals(claimant(DID), Claimant.parse("").withKey(DID + "#keys-1"));
    }

    private static Claimant claimant(String did) {
        return new Claimant(Optional.of(Did.parse(did)));
    }
}
