package org.gatehouse.selfkey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.gatehouse.http.Json;
import org.gatehouse.wallet.Signature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTest {
    @Test
    void theSignatureIsATextInTheFirstProtocol() {
        Reply reply = new Reply("0x12", Optional.empty());
        assertEquals(Optional.of(reply), read("{\"signature\":\"0x12\"}"));
        assertEquals(Optional.of(reply), read("{\"sig\":\"0x12\",\"extra\":[1,null]}"));
    }

    @Test
    void theSignatureIsAnObjectWithAKeyInTheSecond() {
        assertEquals(
                Optional.of(new Reply("0x12", Optional.of("did:eth:0x34#keys-1"))),
                read("{\"signature\":{\"value\":\"0x12\",\"keyId\":\"did:eth:0x34#keys-1\",\"type\":\"?\"}}"));
        assertEquals(
                Optional.of(new Reply("0x12", Optional.empty())),
                read("{\"signature\":{\"value\":\"0x12\",\"keyId\":null}}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"signature\":null}",
                "{\"signature\":{}}",
                "{\"signature\":{\"value\":null}}",
                "{\"signature\":{\"keyId\":\"did:eth:0x34#keys-1\"}}",
                "{\"Signature\":\"0x12\"}"
            })
    void withoutOneThereIsNone(String body) {
        assertEquals(Optional.empty(), read(body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"signature\":7}",
                "{\"signature\":true}",
                "{\"signature\":[\"0x12\"]}",
                "{\"signature\":{\"value\":{}}}",
                "{\"signature\":{\"value\":12}}"
            })
    void oneOfAnotherTypeIsThereAndIsNoSignature(String body) {
        String text = read(body).orElseThrow().signature();
        assertThrows(IllegalArgumentException.class, () -> Signature.parse(text));
    }

    private static Optional<Reply> read(String body) {
        return Reply.read(Json.parse(body.getBytes(UTF_8)).orElseThrow());
    }
}
