package org.gatehouse.it;

import static org.gatehouse.it.GatehouseSystem.json;
import static org.gatehouse.it.GatehouseSystem.nonce;
import static org.gatehouse.it.GatehouseSystem.object;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The four calls of Sign-in with Idena with tokens that the caller made, as the documents show them and as real clients send them. */
interface IdenaProtocolTopic extends Topic {
    @Test
    default void nonceHasThePrefixTheHostAnd128RandomBits() {
        HttpResponse<String> response = gatehouse()
                .idena(
                        "start-session",
                        object("token", token(), "address", FakeWallet.create().address()));
        assertEquals(200, response.statusCode());
        assertEquals(
                "application/json",
                response.headers().firstValue("Content-Type").orElseThrow().split(";", 2)[0]);
        assertTrue(
                response.body()
                        .matches("\\{\"success\":true,\"data\":\\{\"nonce\":\"signin-localhost-[0-9a-f]{32}\"}}"),
                response.body());
    }

    @Test
    default void signInGetAccountAndLogOutWithACallersOwnToken() {
        FakeWallet wallet = FakeWallet.create();
        String token = token();
        String nonce = nonce(gatehouse().startSession(token, wallet.address()));
        assertEquals(
                "{\"success\":false,\"error\":\"no data found\"}",
                gatehouse().getAccount(token).toString());
        assertEquals(
                "{\"success\":true,\"data\":{\"authenticated\":true}}",
                gatehouse().authenticate(token, wallet.sign(nonce)).toString());
        assertEquals(
                wallet.address(),
                gatehouse()
                        .getAccount(token)
                        .getJsonObject("data")
                        .getString("address")
                        .toLowerCase(java.util.Locale.ROOT));
        assertEquals(
                "{\"success\":true,\"data\":{\"loggedout\":true}}",
                gatehouse().logout(token).toString());
        assertEquals(
                "{\"success\":true,\"data\":{\"loggedout\":false}}",
                gatehouse().logout(token).toString());
        assertEquals(
                "{\"success\":false,\"error\":\"no data found\"}",
                gatehouse().getAccount(token).toString());
    }

    @Test
    default void signatureOfSomeoneElseIsNotAuthenticated() {
        String token = token();
        String nonce = nonce(gatehouse().startSession(token, FakeWallet.create().address()));
        JsonObject answer = gatehouse().authenticate(token, FakeWallet.create().sign(nonce));
        assertEquals("{\"success\":true,\"data\":{\"authenticated\":false}}", answer.toString());
    }

    @Test
    default void nonceIsConsumedByTheFirstAuthenticateThatUsesIt() {
        FakeWallet wallet = FakeWallet.create();
        String token = token();
        String nonce = nonce(gatehouse().startSession(token, wallet.address()));
        gatehouse().authenticate(token, FakeWallet.create().sign(nonce));
        assertRefused(gatehouse().authenticate(token, wallet.sign(nonce)));
        assertFalse(gatehouse().getAccount(token).getBoolean("success"));
    }

    @Test
    default void aRetryGetsANewNonceAndTheOldOneIsWorthless() {
        FakeWallet wallet = FakeWallet.create();
        String token = token();
        String first = nonce(gatehouse().startSession(token, wallet.address()));
        String second = nonce(gatehouse().startSession(token, wallet.address()));
        assertNotEquals(first, second);
        assertFalse(gatehouse()
                .authenticate(token, wallet.sign(first))
                .getJsonObject("data")
                .getBoolean("authenticated"));
        String third = nonce(gatehouse().startSession(token, wallet.address()));
        assertTrue(gatehouse()
                .authenticate(token, wallet.sign(third))
                .getJsonObject("data")
                .getBoolean("authenticated"));
    }

    @Test
    default void anotherAddressReplacesTheFirst() {
        FakeWallet first = FakeWallet.create();
        FakeWallet second = FakeWallet.create();
        String token = token();
        gatehouse().startSession(token, first.address());
        String nonce = nonce(gatehouse().startSession(token, second.address()));
        assertFalse(gatehouse()
                .authenticate(token, first.sign(nonce))
                .getJsonObject("data")
                .getBoolean("authenticated"));
    }

    @Test
    default void aTokenGetsSoManyNoncesAndNoMore() {
        String token = token();
        String address = FakeWallet.create().address();
        for (int i = 0; i < 10; i++)
            assertTrue(gatehouse().startSession(token, address).getBoolean("success"));
        assertFalse(gatehouse().startSession(token, address).getBoolean("success"));
    }

    @Test
    default void aSignInThatWasConfirmedCannotBeginAgain() {
        FakeWallet wallet = FakeWallet.create();
        String token = token();
        String nonce = nonce(gatehouse().startSession(token, wallet.address()));
        gatehouse().authenticate(token, wallet.sign(nonce));
        assertRefused(gatehouse().authenticate(token, wallet.sign(nonce)));
        assertFalse(
                gatehouse().startSession(token, FakeWallet.create().address()).getBoolean("success"));
        assertTrue(gatehouse().getAccount(token).getBoolean("success"));
    }

    @Test
    default void tokensAreTheSameInAnyLetterCase() {
        FakeWallet wallet = FakeWallet.create();
        String token = token();
        String nonce = nonce(gatehouse().startSession(token.toUpperCase(java.util.Locale.ROOT), wallet.address()));
        assertTrue(gatehouse()
                .authenticate(token, wallet.sign(nonce))
                .getJsonObject("data")
                .getBoolean("authenticated"));
    }

    @Test
    default void unknownMembersAreIgnored() {
        String body = "{\"token\":\"" + token() + "\",\"address\":\""
                + FakeWallet.create().address() + "\",\"extra\":{\"a\":[1,null]}}";
        assertTrue(json(gatehouse().idena("start-session", body)).getBoolean("success"));
    }

    @Test
    default void bodyIsReadAsJsonWhateverItsContentType() {
        String[] types = {
            "application/json;charset=utf-8",
            "application/json; charset=UTF-8",
            "text/plain;charset=UTF-8",
            "application/octet-stream"
        };
        for (String type : types) {
            String body =
                    object("token", token(), "address", FakeWallet.create().address());
            HttpResponse<String> response = gatehouse()
                    .send(gatehouse()
                            .request("/idena/v1/start-session")
                            .header("Content-Type", type)
                            .POST(BodyPublishers.ofString(body)));
            assertEquals(200, response.statusCode(), type);
            assertTrue(json(response).getBoolean("success"), type);
        }
    }

    @Test
    default void aSlashAtTheEndAndLetterCaseOfThePathDoNotMatterAndNothingIsRedirected() {
        for (String path :
                new String[] {"/idena/v1/start-session/", "/idena/V1/Start-Session", "/idena/v1/START-SESSION/"}) {
            String body =
                    object("token", token(), "address", FakeWallet.create().address());
            HttpResponse<String> response = gatehouse()
                    .send(gatehouse()
                            .request(path)
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(body)));
            assertEquals(200, response.statusCode(), path);
            assertTrue(json(response).getBoolean("success"), path);
        }
    }

    @Test
    default void anUnknownVersionIsAnsweredInTheBody() {
        HttpResponse<String> response =
                gatehouse().send(gatehouse().request("/idena/v2/start-session").POST(BodyPublishers.ofString("{}")));
        assertEquals(200, response.statusCode());
        assertEquals("{\"success\":false,\"error\":\"unsupported version\"}", response.body());
        HttpResponse<String> authenticate =
                gatehouse().send(gatehouse().request("/idena/v9/authenticate").POST(BodyPublishers.ofString("{}")));
        assertEquals(
                "{\"success\":false,\"error\":\"unsupported version\",\"data\":{\"authenticated\":false}}",
                authenticate.body());
    }

    @Test
    default void everyBadBodyOfStartSessionIsA200WithASentence() {
        String address = FakeWallet.create().address();
        String[] bodies = {
            "",
            "{",
            "[]",
            "null",
            "\"x\"",
            "{}",
            "{\"token\":1,\"address\":\"" + address + "\"}",
            object("token", token()),
            object("address", address),
            object("token", "short", "address", address),
            object("token", "x".repeat(129), "address", address),
            object("token", token() + "\u0000", "address", address),
            object("token", token(), "address", ""),
            object("token", token(), "address", address.substring(2)),
            object("token", token(), "address", address + "0"),
            object("token", token(), "address", "0x" + "0".repeat(40)),
            object("token", token(), "address", " " + address),
            "{\"token\":\"" + token() + "\",\"address\":\"" + address + "\",\"pad\":\"" + "x".repeat(20_000) + "\"}",
            "[".repeat(10_000)
        };
        for (String body : bodies) {
            HttpResponse<String> response = gatehouse().idena("start-session", body);
            assertEquals(200, response.statusCode(), body);
            assertTrue(
                    response.body().matches("\\{\"success\":false,\"error\":\"[^\"]+\"}"),
                    body + " -> " + response.body());
            assertEquals(
                    "*",
                    response.headers().firstValue("Access-Control-Allow-Origin").orElse(""),
                    body);
        }
    }

    @Test
    default void everyBadSignatureIsA200InTheHybridShapeAndLeavesTheNonce() {
        FakeWallet wallet = FakeWallet.create();
        String token = token();
        String nonce = nonce(gatehouse().startSession(token, wallet.address()));
        String good = wallet.sign(nonce);
        String[] signatures = {
            "",
            "0x",
            good.substring(2),
            good + "00",
            good.substring(0, 130),
            "0x" + "0".repeat(130),
            good.substring(0, 130) + "02",
            good.substring(0, 130) + "1d",
            "0X" + good.substring(2),
            wallet.signHigh(nonce)
        };
        for (String signature : signatures) {
            HttpResponse<String> response =
                    gatehouse().idena("authenticate", object("token", token, "signature", signature));
            assertEquals(200, response.statusCode(), signature);
            assertTrue(
                    response.body()
                            .matches("\\{\"success\":false,\"error\":\"[^\"]+\",\"data\":\\{\"authenticated\":false}}"),
                    signature + " -> " + response.body());
        }
        assertTrue(gatehouse().authenticate(token, good).getJsonObject("data").getBoolean("authenticated"));
    }

    @Test
    default void recoveryIdsOf27And28AreTheSameAs0And1() {
        FakeWallet wallet = FakeWallet.create();
        String token = token();
        String signature = wallet.sign(nonce(gatehouse().startSession(token, wallet.address())));
        String v27 = signature.substring(0, 130) + (signature.endsWith("00") ? "1b" : "1c");
        assertTrue(gatehouse().authenticate(token, v27).getJsonObject("data").getBoolean("authenticated"));
    }

    @Test
    default void anyOriginMayMakeTheTwoCallsOfTheWalletsAndNoOther() {
        for (String call : new String[] {"start-session", "authenticate"}) {
            HttpResponse<String> preflight = gatehouse()
                    .send(gatehouse()
                            .request("/idena/v1/" + call)
                            .header("Origin", "null")
                            .header("Access-Control-Request-Method", "POST")
                            .header("Access-Control-Request-Headers", "content-type")
                            .method("OPTIONS", BodyPublishers.noBody()));
            assertEquals(2, preflight.statusCode() / 100, call);
            assertEquals(
                    "*",
                    preflight
                            .headers()
                            .firstValue("Access-Control-Allow-Origin")
                            .orElse(""),
                    call);
            assertTrue(
                    preflight
                            .headers()
                            .firstValue("Access-Control-Allow-Methods")
                            .orElse("")
                            .contains("POST"),
                    call);
            assertTrue(
                    preflight
                            .headers()
                            .firstValue("Access-Control-Allow-Headers")
                            .orElse("")
                            .contains("Content-Type"),
                    call);
            assertTrue(
                    preflight
                            .headers()
                            .firstValue("Access-Control-Allow-Credentials")
                            .isEmpty(),
                    call);
            assertEquals(
                    "*",
                    gatehouse()
                            .idena(call, "{")
                            .headers()
                            .firstValue("Access-Control-Allow-Origin")
                            .orElse(""),
                    call);
        }
        assertTrue(gatehouse()
                .idena("logout", "{}")
                .headers()
                .firstValue("Access-Control-Allow-Origin")
                .isEmpty());
        assertTrue(gatehouse()
                .get("/idena/v1/get-account?token=" + token())
                .headers()
                .firstValue("Access-Control-Allow-Origin")
                .isEmpty());
    }

    @Test
    default void wrongMethodsAndUnknownCallsAreRefused() {
        assertEquals(404, gatehouse().idena("nothing", "{}").statusCode());
        assertTrue(gatehouse().get("/idena/v1/start-session").statusCode() >= 404);
        assertEquals(
                "{\"success\":false,\"error\":\"no data found\"}",
                gatehouse().get("/idena/v1/get-account").body());
    }

    private static String token() {
        return UUID.randomUUID().toString();
    }

    private static void assertRefused(JsonObject answer) {
        assertFalse(answer.getBoolean("success"));
        assertFalse(answer.getString("error").isEmpty());
        assertFalse(answer.getJsonObject("data").getBoolean("authenticated"));
    }
}
