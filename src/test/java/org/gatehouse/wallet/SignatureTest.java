package org.gatehouse.wallet;

import static java.math.BigInteger.ONE;
import static java.math.BigInteger.TWO;
import static java.math.BigInteger.ZERO;
import static org.gatehouse.wallet.Curve.HALF_N;
import static org.gatehouse.wallet.Curve.N;
import static org.gatehouse.wallet.Curve.P;
import static org.gatehouse.wallet.Curve.signature;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {
    private static final String FORMAT = "A signature is 0x and 130 hexadecimal digits";
    private static final String RANGE = "The r and s of a signature are from 1 to n - 1";
    private static final String HIGH_S = "The s of a signature is at most n / 2";
    private static final String RECOVERY_ID = "The recovery id of a signature is 0 or 1, or 27 or 28";

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "27, 0", "28, 1"})
    void theRecoveryIdStandsAsItIsOrPlusTwentySeven(int v, int recoveryId) {
        assertEquals(new Signature(TWO, ONE, recoveryId), Signature.parse(signature(TWO, ONE, v)));
    }

    static IntStream otherRecoveryIds() {
        return IntStream.range(0, 256).filter(v -> v != 0 && v != 1 && v != 27 && v != 28);
    }

    @ParameterizedTest
    @MethodSource("otherRecoveryIds")
    void noOtherRecoveryIdIsAccepted(int v) {
        assertEquals(RECOVERY_ID, refusal(signature(TWO, ONE, v)));
    }

    static Stream<BigInteger> scalars() {
        return Stream.of(ONE, HALF_N, HALF_N.add(ONE), P.subtract(N), N.subtract(ONE));
    }

    @ParameterizedTest
    @MethodSource("scalars")
    void rIsAnythingFromOneToTheOrderLessOne(BigInteger r) {
        assertEquals(r, Signature.parse(signature(r, ONE, 0)).r());
    }

    static Stream<BigInteger> outOfRange() {
        return Stream.of(
                ZERO, N, N.add(ONE), P.subtract(ONE), P, ONE.shiftLeft(256).subtract(ONE));
    }

    @ParameterizedTest
    @MethodSource("outOfRange")
    void anythingElseIsRefusedAsROrS(BigInteger value) {
        assertEquals(RANGE, refusal(signature(value, ONE, 0)));
        assertEquals(RANGE, refusal(signature(ONE, value, 0)));
    }

    @Test
    void aNegativeNumberIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Signature(ONE.negate(), ONE, 0));
        assertThrows(IllegalArgumentException.class, () -> new Signature(ONE, ONE.negate(), 0));
    }

    @Test
    void sIsAtMostHalfOfTheOrder() {
        assertEquals(HALF_N, Signature.parse(signature(ONE, HALF_N, 0)).s());
        assertEquals(HIGH_S, refusal(signature(ONE, HALF_N.add(ONE), 0)));
        assertEquals(HIGH_S, refusal(signature(ONE, N.subtract(ONE), 0)));
    }

    @Test
    void digitsMayBeOfEitherCase() {
        String text = signature(N.subtract(ONE), HALF_N, 27);
        String upper = text.toUpperCase(Locale.ROOT).replace("0X", "0x");
        assertEquals(Signature.parse(text), Signature.parse(upper));
    }

    static Stream<String> otherForms() {
        String good = signature(N.subtract(ONE), HALF_N, 0);
        return Stream.of(
                good.substring(0, good.length() - 1),
                good + "0",
                good.substring(0, good.length() - 2),
                good + "00",
                good.substring(2),
                "0X" + good.substring(2),
                " " + good.substring(1),
                " " + good,
                good + " ",
                good + "\n",
                good.substring(0, 131) + "\n",
                good.substring(0, 130) + " 0",
                "0x+" + good.substring(3),
                "0x-" + good.substring(3),
                good.substring(0, 130) + "+1",
                good.substring(0, 130) + "-1",
                good.substring(0, 130) + "\uff10\uff11",
                good.substring(0, 130) + "\u0660\u0661",
                good.replace('f', 'g'));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "0x", "null"})
    @MethodSource("otherForms")
    void anyOtherTextIsRefused(String text) {
        assertEquals(FORMAT, refusal(text));
    }

    @Test
    void theRefusalDoesNotRepeatTheText() {
        assertFalse(refusal("<script>").contains("script"));
        assertFalse(refusal(signature(ONE, ONE, 99)).contains("99"));
    }

    private static String refusal(String text) {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> Signature.parse(text));
        return String.valueOf(refusal.getMessage());
    }
}
