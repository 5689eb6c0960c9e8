package org.gatehouse.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MasterKeyTest {
    private static final String PLACE = "signing_key:abc";
    private static final byte[] SECRET = "the private half".getBytes(StandardCharsets.UTF_8);

    private final byte[] bytes = filled(7);
    private final MasterKey masterKey = new MasterKey(bytes, new Randomness());

    @Test
    void whatWasSealedOpensAgain() {
        assertArrayEquals(SECRET, masterKey.open(masterKey.seal(SECRET, PLACE), PLACE));
    }

    @Test
    void whatWasSealedOpensOnAnotherNodeWithTheSameKey() {
        MasterKey otherNode = new MasterKey(bytes, new Randomness());
        assertArrayEquals(SECRET, otherNode.open(masterKey.seal(SECRET, PLACE), PLACE));
    }

    @Test
    void emptySecretsCanBeSealed() {
        assertEquals(0, masterKey.open(masterKey.seal(new byte[0], PLACE), PLACE).length);
    }

    @Test
    void theSameSecretIsNeverSealedTheSameWayTwice() {
        assertNotEquals(masterKey.seal(SECRET, PLACE), masterKey.seal(SECRET, PLACE));
    }

    @Test
    void theSealedTextBeginsWithVersionAndKeyIdAndHidesTheSecret() {
        byte[] sealed = Base64.getUrlDecoder().decode(masterKey.seal(SECRET, PLACE));
        assertEquals(1, sealed[0]);
        assertEquals("master key " + HexFormat.of().formatHex(sealed, 1, 5), masterKey.toString());
        assertEquals(1 + 4 + 12 + SECRET.length + 16, sealed.length);
        assertFalse(new String(sealed, StandardCharsets.ISO_8859_1).contains("private"));
    }

    @Test
    void opensWhatAnotherImplementationOfTheFormatSealed() {
        String sealed = "AStfzDoAAQIDBAUGBwgJCgvzqZCJvlq16CRHqxpMpBjllzYsyfC7C6sT6AD5DUytZg";
        assertArrayEquals(SECRET, masterKey.open(sealed, PLACE));
    }

    @Test
    void rowsCannotBeSwapped() {
        String sealed = masterKey.seal(SECRET, PLACE);
        SealBroken broken = assertThrows(SealBroken.class, () -> masterKey.open(sealed, "signing_key:other"));
        assertTrue(message(broken).startsWith("signing_key:other"), message(broken));
    }

    @Test
    void noByteCanBeChanged() {
        byte[] sealed = Base64.getUrlDecoder().decode(masterKey.seal(SECRET, PLACE));
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            String text = Base64.getUrlEncoder().encodeToString(changed);
            assertThrows(SealBroken.class, () -> masterKey.open(text, PLACE), "byte " + i);
        }
    }

    @Test
    void nothingShorterOpensAndGarbageDoesNot() {
        byte[] sealed = Base64.getUrlDecoder().decode(masterKey.seal(SECRET, PLACE));
        for (int length = 0; length < sealed.length; length++) {
            String text = Base64.getUrlEncoder().encodeToString(Arrays.copyOf(sealed, length));
            assertThrows(SealBroken.class, () -> masterKey.open(text, PLACE), "length " + length);
        }
        assertThrows(SealBroken.class, () -> masterKey.open("not sealed, just text", PLACE));
    }

    @Test
    void anotherMasterKeyIsNamedByIdAndNoKeyIsShown() {
        MasterKey other = new MasterKey(filled(8), new Randomness());
        String sealed = masterKey.seal(SECRET, PLACE);
        SealBroken broken = assertThrows(SealBroken.class, () -> other.open(sealed, PLACE));
        assertEquals(PLACE + " was sealed under " + masterKey + ", and this is " + other, message(broken));
        assertFalse(message(broken).contains(HexFormat.of().formatHex(bytes, 0, 4)));
    }

    @Test
    void anotherMasterKeyThatClaimsTheIdDoesNotOpenEither() {
        MasterKey other = new MasterKey(filled(8), new Randomness());
        byte[] sealed = Base64.getUrlDecoder().decode(masterKey.seal(SECRET, PLACE));
        byte[] claimed = Base64.getUrlDecoder().decode(other.seal(SECRET, PLACE));
        System.arraycopy(claimed, 1, sealed, 1, 4);
        String text = Base64.getUrlEncoder().encodeToString(sealed);
        assertThrows(SealBroken.class, () -> other.open(text, PLACE));
    }

    @Test
    void aVersionOfALaterReleaseIsNamed() {
        byte[] sealed = Base64.getUrlDecoder().decode(masterKey.seal(SECRET, PLACE));
        sealed[0] = 2;
        String text = Base64.getUrlEncoder().encodeToString(sealed);
        SealBroken broken = assertThrows(SealBroken.class, () -> masterKey.open(text, PLACE));
        assertTrue(message(broken).contains("version 2"), message(broken));
    }

    @Test
    void whileTheKeyChangesBothOpenAndOneSeals() {
        MasterKey other = new MasterKey(filled(8), new Randomness());
        MasterKey first = new MasterKey(bytes, Optional.empty(), Optional.of(filled(8)), new Randomness());
        MasterKey second = new MasterKey(filled(8), Optional.of(bytes), Optional.empty(), new Randomness());
        for (MasterKey either : new MasterKey[] {first, second}) {
            assertArrayEquals(SECRET, either.open(masterKey.seal(SECRET, PLACE), PLACE));
            assertArrayEquals(SECRET, either.open(other.seal(SECRET, PLACE), PLACE));
        }
        assertArrayEquals(SECRET, masterKey.open(first.seal(SECRET, PLACE), PLACE));
        assertArrayEquals(SECRET, other.open(second.seal(SECRET, PLACE), PLACE));
        assertArrayEquals(SECRET, other.open(second.reseal(masterKey.seal(SECRET, PLACE), PLACE), PLACE));
    }

    @Test
    void whatWaitsIsToldByItsHead() {
        MasterKey second = new MasterKey(filled(8), Optional.of(bytes), Optional.empty(), new Randomness());
        String head = second.headBefore().orElseThrow();
        assertEquals(MasterKey.HEAD_CHARACTERS, head.length());
        assertTrue(masterKey.seal(SECRET, PLACE).startsWith(head));
        assertFalse(second.seal(SECRET, PLACE).startsWith(head));
        assertTrue(masterKey.headBefore().isEmpty());
    }

    @Test
    void aMacVerifiesForItsDataAndPurposeAlone() {
        byte[] mac = masterKey.mac(SECRET, "challenge");
        assertEquals(32, mac.length);
        assertTrue(masterKey.verifies(mac, SECRET, "challenge"));
        assertFalse(masterKey.verifies(mac, SECRET, "invitation"));
        assertFalse(masterKey.verifies(mac, "the private hale".getBytes(StandardCharsets.UTF_8), "challenge"));
        assertFalse(masterKey.verifies(mac, new byte[0], "challenge"));
    }

    @Test
    void noByteOfAMacCanBeChangedOrLeftOut() {
        byte[] mac = masterKey.mac(SECRET, "challenge");
        for (int i = 0; i < mac.length; i++) {
            byte[] changed = mac.clone();
            changed[i] ^= 1;
            assertFalse(masterKey.verifies(changed, SECRET, "challenge"), "byte " + i);
            assertFalse(masterKey.verifies(Arrays.copyOf(mac, i), SECRET, "challenge"), "length " + i);
        }
        assertFalse(masterKey.verifies(Arrays.copyOf(mac, 33), SECRET, "challenge"));
    }

    @Test
    void noMacIsOneUnderAnotherKeyThatFollowsFromTheMasterKey() {
        byte[] underMasterKey =
                new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)).derive("p");
        byte[] purpose = "p".getBytes(StandardCharsets.UTF_8);
        assertFalse(masterKey.verifies(underMasterKey, purpose, "p"));
        assertFalse(Arrays.equals(underMasterKey, masterKey.mac(purpose, "p")));
    }

    @Test
    void aMacOfAnotherMasterKeyDoesNotVerify() {
        MasterKey other = new MasterKey(filled(8), new Randomness());
        assertFalse(other.verifies(masterKey.mac(SECRET, "challenge"), SECRET, "challenge"));
    }

    @Test
    void whileTheKeyChangesEachNodeTakesTheMacsOfEveryOther() {
        MasterKey before = masterKey;
        MasterKey first = new MasterKey(bytes, Optional.empty(), Optional.of(filled(8)), new Randomness());
        MasterKey second = new MasterKey(filled(8), Optional.of(bytes), Optional.empty(), new Randomness());
        MasterKey after = new MasterKey(filled(8), new Randomness());
        // The steps of docs/operations.md: nodes of two neighbouring steps run side by side.
        assertEachTakesTheOthers(before, first);
        assertEachTakesTheOthers(first, second);
        assertTrue(after.verifies(second.mac(SECRET, "challenge"), SECRET, "challenge"));
        assertTrue(second.verifies(after.mac(SECRET, "challenge"), SECRET, "challenge"));
        assertFalse(after.verifies(before.mac(SECRET, "challenge"), SECRET, "challenge"));
    }

    private static void assertEachTakesTheOthers(MasterKey one, MasterKey other) {
        assertTrue(one.verifies(other.mac(SECRET, "challenge"), SECRET, "challenge"), one + " of " + other);
        assertTrue(other.verifies(one.mac(SECRET, "challenge"), SECRET, "challenge"), other + " of " + one);
    }

    @Test
    void aKeyHasThirtyTwoBytes() {
        assertThrows(IllegalArgumentException.class, () -> new MasterKey(new byte[31], new Randomness()));
        assertThrows(IllegalArgumentException.class, () -> new MasterKey(new byte[33], new Randomness()));
    }

    private static byte[] filled(int value) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) value);
        return key;
    }

    private static String message(SealBroken broken) {
        return String.valueOf(broken.getMessage());
    }
}
