package org.gatehouse.client;

import java.util.Set;
import java.util.regex.Pattern;

/** Which names an entry may give to claims of its tokens. */
final class ClaimNames {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_.:/-]{1,100}");
    private static final Set<String> TAKEN = Set.of(
            "iss",
            "sub",
            "aud",
            "exp",
            "nbf",
            "iat",
            "jti",
            "sid",
            "nonce",
            "acr",
            "amr",
            "azp",
            "auth_time",
            "scope",
            "client_id",
            "token_use",
            "grant_id",
            "upn",
            "at_hash",
            "wallet",
            "idena",
            "kyc",
            "preferred_username");

    private ClaimNames() {}

    /** Whether it can be a claim's name, and no claim that Gatehouse makes by itself has it. */
    static boolean free(String name) {
        return NAME.matcher(name).matches() && !TAKEN.contains(name);
    }
}
