package org.gatehouse.grant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gatehouse.client.Client;
import org.gatehouse.client.ClientTestBed;
import org.junit.jupiter.api.Test;

class SharedClaimsTest {
    private static final Client CLIENT = ClientTestBed.client(
            "{'client_id':'market','scope':'openid attributes','selfkey':{'attributes':['email','nationality','first-name'],"
                    + "'claims':{'email':'email','from':'nationality'}}}");

    private static Map<String, Object> claims(String shared) {
        return claims(CLIENT, shared.replace('\'', '"'));
    }

    private static Map<String, Object> claims(Client client, String shared) {
        JsonObject values = Json.createReader(new StringReader(shared)).readObject();
        return new SharedClaims(
                        (account, id, claimed) -> account.equals("a") && id.equals(client.id()) ? values : Map.of(),
                        (account, id) -> Set.of())
                .of("a", client);
    }

    @Test
    void theClaimsAreThoseOfTheEntryAndNoOthers() {
        assertEquals(
                Map.of("email", "a@example.org", "email_verified", false, "from", Map.of("country", "CH")),
                claims("{'email':'a@example.org','nationality':{'country':'CH'},'first-name':'Ann','from':'x'}"));
        assertEquals(Map.of("email", "a@example.org", "email_verified", false), claims("{'email':'a@example.org'}"));
        assertEquals(Map.of(), claims("{}"));
    }

    @Test
    void nothingIsReadWithoutTheScopeOrWithoutClaims() {
        SharedClaims unread = new SharedClaims(
                (account, client, claimed) -> {
                    throw new AssertionError("was read");
                },
                (account, client) -> Set.of());
        assertEquals(Map.of(), unread.of("a", CLIENT, Set.of("openid", Client.ATTRIBUTES)), "nobody was asked");
        assertEquals(Map.of(), unread.of("a", CLIENT, Set.of("openid", "profile", "offline_access")));
        assertEquals(Map.of(), unread.of("a", ClientTestBed.client("{}"), Set.of("openid", Client.ATTRIBUTES)));
        assertEquals(Map.of(), unread.of("a", ClientTestBed.client("{'selfkey':{'attributes':['email']}}")));
    }

    @Test
    void valuesKeepTheirTypes() {
        assertEquals(
                Map.of(
                        "email",
                        List.of("x", 1L, true, false, 1.5),
                        "email_verified",
                        false,
                        "from",
                        Map.of("a", Map.of("b", List.of()))),
                claims("{'email':['x',1,true,false,1.5,null],'nationality':{'a':{'b':[]},'c':null}}"));
        assertEquals(
                Map.of("email", true, "email_verified", false, "from", 7L), claims("{'email':true,'nationality':7}"));
    }

    @Test
    void aNumberThatReadersOfTokensCannotTellIsLeftOut() {
        assertEquals(Map.of("from", 1e300), claims("{'email':1e999999,'nationality':1e300}"));
        assertEquals(
                Map.of("email", Long.MAX_VALUE, "email_verified", false, "from", 9.223372036854776E18),
                claims("{'email':9223372036854775807,'nationality':9223372036854775808}"));
    }

    @Test
    void nullIsNoClaim() {
        assertEquals(Map.of(), claims("{'email':null}"));
    }

    @Test
    void aValueOfMoreThan500CharactersIsLeftOut() {
        String longest = "a".repeat(498);
        assertEquals(Map.of("email", longest, "email_verified", false), claims("{'email':'" + longest + "'}"));
        assertEquals(Map.of("from", "CH"), claims("{'email':'a" + longest + "','nationality':'CH'}"));
        assertEquals(Map.of(), claims("{'nationality':{'country':'" + longest + "'}}"));
    }

    @Test
    void allTogetherTakeNoMoreThan2000Bytes() {
        String attributes = numbers()
                .mapToObj(i -> "{'id':'" + i + "','attribute':'email'}")
                .collect(Collectors.joining(","));
        String names = numbers().mapToObj(i -> "'c" + i + "':'" + i + "'").collect(Collectors.joining(","));
        Client client = ClientTestBed.client(
                "{'client_id':'many','selfkey':{'attributes':[" + attributes + "],'claims':{" + names + "}}}");
        String values = numbers()
                .mapToObj(i -> "\"" + i + "\":\"" + "\u20AC".repeat(120) + "\"")
                .collect(Collectors.joining(",", "{", "}"));
        Map<String, Object> claims = claims(client, values);
        assertEquals(Set.of("c10", "c11", "c12", "c13", "c14"), claims.keySet());
        int bytes = claims.entrySet().stream()
                .mapToInt(claim -> (claim.getKey() + claim.getValue()).getBytes(StandardCharsets.UTF_8).length)
                .sum();
        assertTrue(bytes <= 2_000, () -> bytes + " bytes");
    }

    @Test
    void whereOneDoesNotFitNoneComesAfterIt() {
        Client client = ClientTestBed.client("{'client_id':'five','selfkey':{'attributes':['first-name','last-name'],"
                + "'claims':{'a':'first-name','b':'first-name','c':'first-name','d':'first-name','e':'last-name'}}}");
        String values = "{'first-name':'" + "\u20AC".repeat(200) + "','last-name':'x'}";
        assertEquals(
                Set.of("a", "b", "c"), claims(client, values.replace('\'', '"')).keySet());
    }

    @Test
    void noTelephoneNumberWasVerified() {
        Client client = ClientTestBed.client(
                "{'client_id':'tel','selfkey':{'attributes':['phone-number'],'claims':{'phone_number':'phone-number'}}}");
        assertEquals(
                Map.of("phone_number", "0301234567", "phone_number_verified", false),
                claims(client, "{\"phone-number\":\"0301234567\"}"));
    }

    private static IntStream numbers() {
        return IntStream.range(10, 40);
    }
}
