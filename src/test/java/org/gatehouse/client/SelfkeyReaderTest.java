package org.gatehouse.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gatehouse.attribute.Requirement;
import org.gatehouse.http.WrongMember;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SelfkeyReaderTest {
    private static final String NOT_AN_ORIGIN =
            "selfkey.origins: must be as browsers write them: https (http on localhost only), ://, the host in lower case, and the port if it is not the scheme's own";
    private static final String NOT_A_TYPE =
            "must be one of the types in docs/attributes.md, such as email, or its schema's id";

    private static SelfkeyProfile profile(String selfkey) {
        return ClientTestBed.client("{'selfkey':" + selfkey + "}").selfkey().orElseThrow();
    }

    private static String wrong(String members) {
        return assertThrows(WrongMember.class, () -> ClientTestBed.client("{" + members + "}"))
                .sentence();
    }

    @Test
    void anEmptyOneAsksForNothing() {
        assertEquals(new SelfkeyProfile(Set.of(), "ES256", List.of(), Map.of(), List.of()), profile("{}"));
        assertEquals(Optional.empty(), ClientTestBed.client("{}").selfkey());
    }

    @Test
    void everyMemberIsTaken() {
        SelfkeyProfile profile = profile(
                """
                {'origins': ['https://market.example', 'http://localhost:3000'],
                 'wallet_token_algorithm': 'RS512',
                 'attributes': [
                   'email',
                   'https://platform.selfkey.org/schema/attribute/first-name.json',
                   {'attribute': 'passport'},
                   {'id': 'https://market.example/home', 'title': 'Where we deliver', 'required': false,
                    'attribute': 'http://platform.selfkey.org/schema/attribute/physical-address.json'},
                   {'id': 'work', 'attribute': 'physical-address', 'required': true}],
                 'claims': {'email': 'email', 'https://market.example/address': 'https://market.example/home'}}
                """);
        List<Requirement> requirements = List.of(
                new Requirement("email", "email", Optional.empty(), true),
                new Requirement("first-name", "first-name", Optional.empty(), true),
                new Requirement("passport", "passport", Optional.empty(), true),
                new Requirement(
                        "https://market.example/home", "physical-address", Optional.of("Where we deliver"), false),
                new Requirement("work", "physical-address", Optional.empty(), true));
        assertEquals(
                new SelfkeyProfile(
                        Set.of("https://market.example", "http://localhost:3000"),
                        "RS512",
                        requirements,
                        Map.of("email", "email", "https://market.example/address", "https://market.example/home"),
                        List.of()),
                profile);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://market.example",
                "https://market.example:8443",
                "https://10.0.0.1",
                "http://localhost",
                "http://localhost:8080",
                "http://127.0.0.1:3000",
                "https://localhost:3000",
                "https://xn--mrkt-loa.example"
            })
    void anOriginIsAsBrowsersWriteIt(String origin) {
        assertEquals(Set.of(origin), profile("{'origins':['" + origin + "']}").origins());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "market.example",
                "http://market.example",
                "https://Market.example",
                "HTTPS://market.example",
                "https://market.example/",
                "https://market.example/signin",
                "https://market.example?x",
                "https://market.example#x",
                "https://market.example:443",
                "https://market.example:",
                "https://market.example:08443",
                "https://market.example:65536",
                "https://user@market.example",
                "https://*.market.example",
                "https://märkt.example",
                "https://market.example https://evil.example",
                "https://",
                "http://localhost:80",
                "http://localhost.evil.example",
                "chrome-extension://abc",
                "null",
                "*",
                "IDW"
            })
    void whatNoBrowserWritesIsNoOrigin(String origin) {
        assertEquals(NOT_AN_ORIGIN, wrong("'selfkey':{'origins':['" + origin + "']}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "null                 | selfkey: must be an object",
                "[]                   | selfkey: must be an object",
                "true                 | selfkey: must be an object",
                "{'origin':[]}        | selfkey.origin: is not a member that is known here",
                "{'website':{}}       | selfkey.website: is not a member that is known here",
                "{'origins':'x'}      | selfkey.origins: must be an array of at most 50 strings",
                "{'origins':[1]}      | selfkey.origins: must be an array of at most 50 strings",
                "{'wallet_token_algorithm':'HS256'} | selfkey.wallet_token_algorithm: must be one of ES256, RS256, RS512",
                "{'wallet_token_algorithm':null} | selfkey.wallet_token_algorithm: must be a string",
                "{'attributes':'email'}   | selfkey.attributes: must be an array of at most 50 attributes",
                "{'attributes':[1]}       | selfkey.attributes[0]: must be a string or an object",
                "{'attributes':['email','e-mail']} | selfkey.attributes[1]: " + NOT_A_TYPE,
                "{'attributes':['']}      | selfkey.attributes[0]: " + NOT_A_TYPE,
                "{'attributes':['http://platform.selfkey.org/schema/attribute/e-mail.json']} | selfkey.attributes[0]: "
                        + NOT_A_TYPE,
                "{'attributes':['http://evil.example/schema/attribute/email.json']} | selfkey.attributes[0]: "
                        + NOT_A_TYPE,
                "{'attributes':['email','email']} | selfkey.attributes: has two attributes of the same id",
                "{'attributes':['email',{'id':'email','attribute':'cv'}]} | selfkey.attributes: has two attributes of the same id",
                "{'attributes':[{}]}      | selfkey.attributes[0].attribute: is missing",
                "{'attributes':[{'attribute':1}]} | selfkey.attributes[0].attribute: must be a string",
                "{'attributes':[{'attribute':'e-mail'}]} | selfkey.attributes[0].attribute: " + NOT_A_TYPE,
                "{'attributes':[{'attribute':'email','schemaId':'x'}]} | selfkey.attributes[0].schemaId: is not a member that is known here",
                "{'attributes':[{'attribute':'email','required':'no'}]} | selfkey.attributes[0].required: must be true or false",
                "{'attributes':[{'attribute':'email','title':''}]} | selfkey.attributes[0].title: must not be empty",
                "{'attributes':[{'attribute':'email','title':'a\\u0000'}]} | selfkey.attributes[0].title: must be at most 100 characters, without control characters",
                "{'attributes':[{'attribute':'email','id':'my mail'}]} | selfkey.attributes[0].id: must be of 1 to 200 letters, digits and ._:/-",
                "{'claims':[]}            | selfkey.claims: must be an object",
                "{'claims':{'email':'email'}} | selfkey.claims.email: must be the id of one of the attributes",
                "{'attributes':['email'],'claims':{'email':null}} | selfkey.claims.email: must be the id of one of the attributes",
                "{'attributes':['cv'],'claims':{'cv':'cv'}} | selfkey.claims.cv: must not be an attribute that holds files"
            })
    void aWrongMemberIsNamed(String selfkey, String sentence) {
        assertEquals(sentence, wrong("'selfkey':" + selfkey));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sub",
                "upn",
                "wallet",
                "idena",
                "at_hash",
                "groups",
                "roles",
                "teams",
                "entitlements",
                "origin",
                "cnf",
                "email_verified",
                "",
                "e mail",
                "ä"
            })
    void noClaimTakesTheNameOfAnother(String name) {
        assertEquals(
                "selfkey.claims." + name + ": must be a claim's name that is not taken",
                wrong("'groups_claim':'teams','selfkey':{'attributes':['email'],'claims':{'" + name + "':'email'}}"));
    }

    @Test
    void titlesIdsAndListsHaveBounds() {
        String attribute = "'selfkey':{'attributes':[{'attribute':'email','%s':'%s'}]}";
        ClientTestBed.client("{" + attribute.formatted("title", "t".repeat(100)) + "}");
        ClientTestBed.client("{" + attribute.formatted("id", "i".repeat(200)) + "}");
        assertEquals(
                "selfkey.attributes[0].title: must be at most 100 characters, without control characters",
                wrong(attribute.formatted("title", "t".repeat(101))));
        assertEquals(
                "selfkey.attributes[0].id: must be of 1 to 200 letters, digits and ._:/-",
                wrong(attribute.formatted("id", "i".repeat(201))));
        assertEquals("selfkey.attributes: must be an array of at most 50 attributes", wrong(attributes(51)));
        ClientTestBed.client("{" + attributes(50) + "}");
    }

    private static String attributes(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{'id':'" + i + "','attribute':'email'}")
                .collect(Collectors.joining(",", "'selfkey':{'attributes':[", "]}"));
    }

    @Test
    void itStandsBesideNothingThatLetsNobodyOfSelfkeyIn() {
        assertEquals(
                "selfkey: brings wallets of eip155, which wallets leaves out",
                wrong("'wallets':['idena'],'selfkey':{}"));
        assertEquals(
                "selfkey: brings people without an Idena state, and minimum_idena_state asks for one",
                wrong("'minimum_idena_state':'Human','selfkey':{}"));
        ClientTestBed.client("{'wallets':['eip155'],'selfkey':{}}");
        ClientTestBed.client("{'wallets':['idena','eip155'],'selfkey':{}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",'selfkey':{}", ",'selfkey':{'attributes':['email'],'claims':{}}"})
    void theScopeOfAttributesNeedsClaims(String selfkey) {
        assertEquals(
                "scope: has attributes, which needs claims in selfkey", wrong("'scope':'openid attributes'" + selfkey));
    }

    @Test
    void aClientMayAskForWhatPeopleShare() {
        Client client = ClientTestBed.client(
                "{'scope':'openid attributes','selfkey':{'attributes':['email'],'claims':{'email':'email'}}}");
        assertEquals(Set.of(Client.OPENID, Client.ATTRIBUTES), client.scope());
    }
}
