package org.gatehouse.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DidTest {
    private static final String HEX = "4c3f562335dd7b0ddf9f7a8dfc9c385addada809c4af9c28796eed5a4e48ea80";
    private static final String SELFKEY = "did:selfkey:0x" + HEX;
    private static final String ETH = "did:eth:0x21b1deb00dc68fb484330bc0a4effec5afb2598e";

    @Test
    void theCaseOfTheDigitsSaysNothing() {
        assertEquals(Did.parse(ETH), Did.parse("did:eth:0x21B1deb00dC68FB484330BC0a4eFFeC5afb2598e"));
        assertEquals(Did.parse(SELFKEY), Did.parse("did:selfkey:0x" + HEX.toUpperCase(Locale.ROOT)));
        assertEquals(
                ETH,
                Did.parse("did:eth:0x21B1deb00dC68FB484330BC0a4eFFeC5afb2598e").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {";selfkey:chain=ropsten", ";a:b=c;d:e=f", ""})
    void parametersSayNothingOfWhoItIs(String parameters) {
        assertEquals(Did.parse(SELFKEY), Did.parse(SELFKEY + parameters));
        assertEquals(SELFKEY, Did.parse(SELFKEY + parameters).toString());
    }

    @Test
    void anAddressHasADidAndADidOfAKeyItsAddress() {
        Address address = Address.parse("0x21b1deb00dc68fb484330bc0a4effec5afb2598e");
        assertEquals(ETH, Did.of(address).toString());
        assertEquals(Optional.of(address), Did.parse(ETH).address());
        assertEquals(Optional.empty(), Did.parse(SELFKEY).address());
        assertNotEquals(Did.parse(ETH), Did.parse(SELFKEY));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "not-a-did",
                "did:",
                "did:eth",
                "did:eth:",
                "did:eth:0x",
                "did:eth:21b1deb00dc68fb484330bc0a4effec5afb2598e",
                "did:eth:0x21b1deb00dc68fb484330bc0a4effec5afb2598",
                "did:eth:0x21b1deb00dc68fb484330bc0a4effec5afb2598e0",
                "did:eth:0x0000000000000000000000000000000000000000",
                "did:eth:0x21b1deb00dc68fb484330bc0a4effec5afb2598g",
                "did:eth:0X21b1deb00dc68fb484330bc0a4effec5afb2598e",
                "DID:eth:0x21b1deb00dc68fb484330bc0a4effec5afb2598e",
                "did:eth:0x" + HEX,
                "did:selfkey:0x21b1deb00dc68fb484330bc0a4effec5afb2598e",
                "did:key:0x21b1deb00dc68fb484330bc0a4effec5afb2598e",
                "did:selfkey:ropsten:0x" + HEX,
                SELFKEY + ";",
                SELFKEY + ";chain=ropsten",
                SELFKEY + ";selfkey:chain=",
                SELFKEY + "#keys-1",
                SELFKEY + " ",
                SELFKEY + "\n",
                " " + SELFKEY
            })
    void anotherTextIsNoDid(String text) {
        assertThrows(IllegalArgumentException.class, () -> Did.parse(text));
    }

    @Test
    void aLongTextIsRefusedAndDoesNotUseUpTheStack() {
        assertThrows(IllegalArgumentException.class, () -> Did.parse(SELFKEY + ";a:b=c".repeat(100_000)));
    }
}
