package org.gatehouse.it;

import java.util.Arrays;
import java.util.stream.Stream;

/** The real wallets, one for each way in which they differ: what they name themselves with, how they sign, and what they call. */
enum LwsVersion {
    BETA_1_0("1.0.0-beta", Name.KEY_64, Calls.FIRST),
    BETA_1_1("1.1.0-beta", Name.KEY_64, Calls.WITHOUT_META),
    BETA_1_1_DID("1.1.0-beta", Name.DID, Calls.WITHOUT_META),
    V1_2("1.2.0", Name.KEY_64, Calls.WITHOUT_META),
    V1_4_3("1.4.3", Name.KEY_64, Calls.WITHOUT_META),
    V1_4_3_DID("1.4.3", Name.DID, Calls.WITHOUT_META),
    V1_4_4("1.4.4", Name.DID, Calls.NEWEST),
    V1_4_4_SELFKEY("1.4.4", Name.DID_SELFKEY, Calls.NEWEST),
    V1_6_4_SELFKEY("1.6.4", Name.DID_SELFKEY, Calls.NEWEST),
    V1_6_4_DEVELOPMENT("1.6.4", Name.DID_SELFKEY_ROPSTEN, Calls.NEWEST),
    V1_7_4("1.7.4", Name.DID, Calls.NEWEST),
    V2_1_3("2.1.3", Name.DID, Calls.NEWEST),
    LEDGER_1_4_3("1.4.3", Name.KEY_65, Calls.WITHOUT_META),
    LEDGER_1_4_4("1.4.4", Name.DID, Calls.NEWEST),
    TREZOR_KEY("1.4.3", Name.KEY_33, Calls.WITHOUT_META),
    TREZOR_ADDRESS("1.4.3", Name.ADDRESS, Calls.WITHOUT_META),
    TREZOR_2_1_3("2.1.3", Name.DID, Calls.NEWEST);

    private final String number;
    private final Name name;
    private final Calls calls;

    LwsVersion(String number, Name name, Calls calls) {
        this.number = number;
        this.name = name;
        this.calls = calls;
    }

    /** What it calls itself in each request. */
    String userAgent() {
        return "SelfKeyIDW/" + number;
    }

    /** The last segment of the path where it asks for a challenge. */
    String id(SelfkeyWallet key) {
        return switch (name) {
            case KEY_64 -> key.publicKey();
            case KEY_65 -> "0x04" + key.publicKey().substring(2);
            case KEY_33 -> compressed(key.publicKey());
            case ADDRESS -> key.address();
            case DID -> key.did();
            case DID_SELFKEY -> selfkeyDid(key);
            case DID_SELFKEY_ROPSTEN -> selfkeyDid(key) + ";selfkey:chain=ropsten";
        };
    }

    /** A {@code did:selfkey} of this key; what stands in the ledger is the test's affair. */
    static String selfkeyDid(SelfkeyWallet key) {
        return "did:selfkey:0x" + key.publicKey().substring(2, 66);
    }

    /** Whether it names itself with a DID, which its signature then names too. */
    boolean namesDid() {
        return name == Name.DID || onLedger();
    }

    /** Whether it is of this version or a later one; what comes after a hyphen does not count. */
    boolean since(int major, int minor, int patch) {
        int[] parts = Stream.of(number.split("-", 2)[0].split("\\.", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
        return Arrays.compare(parts, new int[] {major, minor, patch}) >= 0;
    }

    /** Whether its DID stands in a ledger. */
    boolean onLedger() {
        return name == Name.DID_SELFKEY || name == Name.DID_SELFKEY_ROPSTEN;
    }

    /** {@code toRpcSig}; what a Ledger gives has the recovery id as it is. */
    String sign(SelfkeyWallet key, String text) {
        return name().startsWith("LEDGER") ? key.signLedger(text) : key.sign(text);
    }

    /** Whether documents go with the sign-up and not before it. */
    boolean sendsDocumentsAlong() {
        return calls == Calls.FIRST;
    }

    /** Whether it knows {@code meta} of the configuration when it asks for the user token. */
    boolean sendsMeta() {
        return calls == Calls.NEWEST;
    }

    /** The name of the endpoint that gives the user token. */
    String userToken() {
        return calls == Calls.FIRST ? "/auth/token" : "/users/token";
    }

    private enum Calls {
        FIRST,
        WITHOUT_META,
        NEWEST
    }

    private enum Name {
        KEY_64,
        KEY_65,
        KEY_33,
        ADDRESS,
        DID,
        DID_SELFKEY,
        DID_SELFKEY_ROPSTEN
    }

    /** 0x, 02 or 03, x. */
    private static String compressed(String key) {
        boolean odd = Character.digit(key.charAt(key.length() - 1), 16) % 2 == 1;
        return (odd ? "0x03" : "0x02") + key.substring(2, 66);
    }
}
