package org.gatehouse.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    private static final String CHECKSUMMED = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0x52908400098527886E0F7030069857D2E4169EE7",
                "0x8617E340B3D01FA5F11F306F4090FD50E238070D",
                "0xde709f2102306220921060314715629080e2fb77",
                "0x27b1fdb04752bbc536007a920d24acb045561c26",
                "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
                "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
                "0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB",
                "0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb"
            })
    void theExamplesOfEip55ComeBackAsTheyStandThere(String example) {
        String lower = example.toLowerCase(Locale.ROOT);
        assertEquals(example, Address.parse(lower).toString());
        assertEquals(lower, Address.parse(example).lowerCase());
        assertEquals(Address.parse(lower), Address.parse(example));
        assertEquals(Address.parse(lower).hashCode(), Address.parse(example).hashCode());
    }

    @Test
    void aMixedCaseThatIsNotTheChecksumIsAccepted() {
        assertEquals(Address.parse(CHECKSUMMED), Address.parse("0x5AAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"));
    }

    @Test
    void addressesThatDifferInOneDigitAreDifferent() {
        assertNotEquals(Address.parse(CHECKSUMMED), Address.parse("0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaee"));
        assertNotEquals(Address.parse(CHECKSUMMED), new Object());
    }

    @Test
    void theZeroAddressIsRefused() {
        String zero = "0x" + "0".repeat(40);
        assertThrows(IllegalArgumentException.class, () -> Address.parse(zero));
        assertEquals(
                "0x" + "0".repeat(39) + "1",
                Address.parse("0x" + "0".repeat(39) + "1").lowerCase());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "0x",
                "5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
                "0X5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
                "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAe",
                "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed0",
                "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeg",
                " 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
                "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed\n",
                "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeA\uff11\uff12",
                "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeA\u0661\u0662"
            })
    void anyOtherTextIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Address.parse(text));
    }

    @Test
    void theRefusalDoesNotRepeatTheText() {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> Address.parse("<script>"));
        assertFalse(String.valueOf(refusal.getMessage()).contains("script"));
    }
}
