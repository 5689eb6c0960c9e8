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
            "c_hash",
            "s_hash",
            "cnf",
            "act",
            "may_act",
            "origin",
            "raw_token",
            "email_verified",
            "phone_number_verified",
            "wallet",
            "idena",
            "kyc",
            "preferred_username");

    /** Servers take rights from these (MicroProfile JWT 2.1 section 4.1, RFC 9068 section 2.2.3.1). */
    private static final Set<String> OF_RIGHTS = Set.of("groups", "roles", "entitlements");

    private ClaimNames() {}

    /** Whether it can also be the name of a claim with what people say of themselves, in tokens whose groups have this claim. */
    static boolean freeForShared(String name, String groupsClaim) {
        return free(name) && !OF_RIGHTS.contains(name) && !name.equals(groupsClaim);
    }

    /** Whether it can be a claim's name, and no claim that Gatehouse makes by itself has it. */
    static boolean free(String name) {
        return NAME.matcher(name).matches() && !TAKEN.contains(name);
    }
}
