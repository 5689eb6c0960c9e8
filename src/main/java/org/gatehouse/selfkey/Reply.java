package org.gatehouse.selfkey;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a wallet answers to a challenge, as it stands in the body.
 *
 * @param signature the signature's text
 * @param keyId the DID's key that made it, where the wallet says so
 */
record Reply(String signature, Optional<String> keyId) {
    /**
     * Finds it in a body: <code>{"signature": "0x..."}</code>, <code>{"signature": {"value": "0x...", "keyId": "did:...#keys-1"}}</code>, or the
     * <code>{"sig": "0x..."}</code> of the first documents.
     *
     * @return empty where there is no signature; one of a wrong type is there, and its text is that of no signature
     */
    static Optional<Reply> read(JsonObject body) {
        return Stream.of("signature", "sig")
                .flatMap(name -> member(body, name).stream())
                .findFirst()
                .flatMap(Reply::of);
    }

    private static Optional<Reply> of(JsonValue signature) {
        if (!(signature instanceof JsonObject object)) return Optional.of(new Reply(text(signature), Optional.empty()));
        return member(object, "value")
                .map(value -> new Reply(text(value), member(object, "keyId").map(Reply::text)));
    }

    private static Optional<JsonValue> member(JsonObject object, String name) {
        return Optional.ofNullable(object.get(name)).filter(value -> value != JsonValue.NULL);
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString string ? string.getString() : value.toString();
    }
}
