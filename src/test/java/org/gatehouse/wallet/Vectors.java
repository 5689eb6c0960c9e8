package org.gatehouse.wallet;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Stream;

/** The files of captured payloads in {@code src/test/resources/vectors}. */
public final class Vectors {
    private static final SignatureRecovery RECOVERY = new SignatureRecovery(new BouncyCastleEngine());

    private Vectors() {}

    static JsonObject read(String file) {
        try (InputStream in = Objects.requireNonNull(Vectors.class.getResourceAsStream("/vectors/" + file));
                JsonReader reader = Json.createReader(in)) {
            return reader.readObject();
        } catch (IOException e) {
            throw new AssertionError(file, e);
        }
    }

    /** The objects of an array of a file. */
    public static Stream<JsonObject> list(String file, String name) {
        return read(file).getJsonArray(name).getValuesAs(JsonObject.class).stream();
    }

    /** The address, or "nobody". */
    static String signer(MessageFormat format, String message, String signature) {
        return RECOVERY.recover(format, message, Signature.parse(signature))
                .map(Address::lowerCase)
                .orElse("nobody");
    }

    /** The signature of a request of SelfKey's wallet: a string at first, an object later. */
    static String value(JsonObject holder) {
        return holder.get("signature") instanceof JsonString text
                ? text.getString()
                : holder.getJsonObject("signature").getString("value");
    }

    static String hex(byte[] bytes) {
        return "0x" + HexFormat.of().formatHex(bytes);
    }
}
