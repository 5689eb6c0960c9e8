package org.gatehouse.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gatehouse.client.ClientsFile.FileEntry;
import org.gatehouse.client.Condition.OneOf;
import org.gatehouse.config.WrongSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientsFileTest {
    private final Path file;

    ClientsFileTest(@TempDir Path folder) {
        file = folder.resolve("clients.json");
    }

    private Map<String, Client> read(String json) {
        try {
            Files.writeString(file, json.replace('\'', '"'));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return ClientsFile.read(file, ClientTestBed.check()).stream()
                .collect(Collectors.toMap(FileEntry::id, entry -> ClientReader.read(entry.entry())));
    }

    /** What is wrong with this text, after checking that key and file are named. */
    private String wrong(String json) {
        String message = String.valueOf(
                assertThrows(WrongSetting.class, () -> read(json)).getMessage());
        String start = "gatehouse.clients-file: " + file + ": ";
        assertEquals(start, message.substring(0, Math.min(start.length(), message.length())));
        return message.substring(start.length());
    }

    @Test
    void aClientIsItsIdUnlessItSaysMore() {
        Client plain = ClientTestBed.client("{'client_id':'portal'}");
        assertEquals(Map.of("portal", plain), read("{'clients':[{'client_id':'portal'}]}"));
    }

    @Test
    void everyMemberIsTaken() {
        Client client =
                read("""
                        {'clients': [{
                          'client_id': 'Por-tal_1.2', 'name': 'The portal', 'audience': 'https://portal.example',
                          'algorithm': 'ES256', 'typ': 'at+jwt', 'access_lifetime': 'PT1M',
                          'groups': [
                            {'group': 'member', 'when': {'idena.state': ['Newbie', 'Human']}},
                            {'group': 'voter', 'when': {'idena.state': ['Human'], 'role': ['citizen']}}
                          ]}]}
                        """)
                        .get("Por-tal_1.2");
        List<GroupRule> rules = List.of(
                new GroupRule("member", Map.of("idena.state", new OneOf(Set.of("Newbie", "Human")))),
                new GroupRule(
                        "voter",
                        Map.of("idena.state", new OneOf(Set.of("Human")), "role", new OneOf(Set.of("citizen")))));
        assertEquals(Optional.of(rules), client == null ? Optional.empty() : client.rules());
    }

    @Test
    void noClientsAreNone() {
        assertEquals(Map.of(), read("{'clients':[]}"));
    }

    @Test
    void noRulesMeanNoGroupsAndNotTheDefault() {
        Client client = read("{'clients':[{'client_id':'a','groups':[]}]}").get("a");
        assertEquals(Optional.of(List.of()), client == null ? Optional.empty() : client.rules());
    }

    @Test
    void aFileThatIsGoneIsNamed() {
        String message =
                String.valueOf(assertThrows(WrongSetting.class, () -> ClientsFile.read(file, ClientTestBed.check()))
                        .getMessage());
        assertEquals("gatehouse.clients-file: " + file + ": cannot be read", message);
    }

    @Test
    void aFileOfMoreThanOneMegabyteIsRefused() {
        String clients = "{'clients':[]}";
        assertEquals(Map.of(), read(clients + " ".repeat(1_000_000 - clients.length())));
        assertEquals("is larger than 1 MB", wrong(clients + " ".repeat(1_000_001 - clients.length())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{'clients':[]", "{'clients':[]}}", "{'clients':[],}", "clients: []"})
    void whatIsNoJsonObjectIsRefused(String json) {
        assertEquals("is not a JSON object", wrong(json));
    }

    @Test
    void aFileOfNestedBracketsIsRefusedAndNotAFault() {
        assertEquals("is not a JSON object", wrong("{'clients':" + "[".repeat(50_000) + "]".repeat(50_000) + "}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'clients':null}", "{'clients':{}}", "{'clients':'portal'}"})
    void clientsAreAnArray(String json) {
        assertEquals("clients: must be an array", wrong(json));
    }

    @Test
    void anUnknownMemberBesideTheClientsIsRefused() {
        assertEquals(
                "client: is not a member that is known here", wrong("{'clients':[],'client':[{'client_id':'a'}]}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'portal'            | client 2: must be an object",
                "null                | client 2: must be an object",
                "{}                  | client 2: client_id: is missing",
                "{'name':'b'}        | client 2: client_id: is missing",
                "{'client_id':1}     | client 2: client_id: must be a string",
                "{'client_id':null}  | client 2: client_id: must be a string",
                "{'client_id':''}    | client 2: client_id: must not be empty",
                "{'client_id':' '}   | client 2: client_id: must not be empty",
                "{'client_id':'a'}   | client a: client_id: is used twice"
            })
    void anEntryWithoutAGoodIdIsNamedByItsPlace(String entry, String sentence) {
        assertEquals(sentence, wrong("{'clients':[{'client_id':'a'}," + entry + "]}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gatehouse", ".", "..", "a b", "a/b", "a:b", "\u00e9", "a\\n", "<a>"})
    void anIdIsWrittenWithFewCharactersAndIsNotOurOwn(String id) {
        assertEquals(
                "client 1: client_id: must be 1 to 100 letters, digits, dots, hyphens and underscores, and not gatehouse",
                wrong("{'clients':[{'client_id':'" + id + "'}]}"));
    }

    @Test
    void anIdHasUpTo100Characters() {
        String longest = "a".repeat(100);
        assertEquals(
                Set.of(longest),
                read("{'clients':[{'client_id':'" + longest + "'}]}").keySet());
        assertThrows(WrongSetting.class, () -> read("{'clients':[{'client_id':'" + longest + "a'}]}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'nam':'x'                    | nam: is not a member that is known here",
                "'Name':'x'                   | Name: is not a member that is known here",
                "'redirect_uri':[]            | redirect_uri: is not a member that is known here",
                "'name':1                     | name: must be a string",
                "'name':' '                   | name: must not be empty",
                "'audience':['x']             | audience: must be a string",
                "'audience':''                | audience: must not be empty",
                "'algorithm':'none'           | algorithm: must be one of RS256, ES256",
                "'algorithm':'HS256'          | algorithm: must be one of RS256, ES256",
                "'algorithm':'rs256'          | algorithm: must be one of RS256, ES256",
                "'algorithm':null             | algorithm: must be a string",
                "'typ':'jwt'                  | typ: must be one of JWT, at+jwt",
                "'typ':true                   | typ: must be a string",
                "'access_lifetime':600        | access_lifetime: must be a string",
                "'access_lifetime':'10m'      | access_lifetime: must be a duration from PT1M to PT1H",
                "'access_lifetime':'PT59S'    | access_lifetime: must be a duration from PT1M to PT1H",
                "'access_lifetime':'PT1H1S'   | access_lifetime: must be a duration from PT1M to PT1H",
                "'access_lifetime':'-PT10M'   | access_lifetime: must be a duration from PT1M to PT1H",
                "'groups':{} | groups: must be an array of at most 100 rules",
                "'groups':null | groups: must be an array of at most 100 rules",
                "'groups':['x'] | groups: must hold objects (rule 1)",
                "'groups':[{}] | groups.group: is missing (rule 1)",
                "'groups':[{'group':1}] | groups.group: must be a string of 1 to 100 characters (rule 1)",
                "'groups':[{'group':' '}] | groups.group: must be a string of 1 to 100 characters (rule 1)",
                "'groups':[{'group':'g'}] | groups.when: must be an object with at least one condition (rule 1)",
                "'groups':[{'group':'g','when':{}}] | groups.when: must be an object with at least one condition (rule 1)",
                "'groups':[{'group':'g','when':[]}] | groups.when: must be an object with at least one condition (rule 1)",
                "'groups':[{'group':'g','wen':{}}] | groups.wen: is not a member that is known here (rule 1)",
                "'groups':[{'group':'g','when':{'role':['x']}},{'group':'h','when':{}}] | groups.when: must be an object with at least one condition (rule 2)",
                "'groups':[{'group':'g','when':{'role':'x'}}] | groups.when.role: must be an array of strings, or {\"not\": [...]} with such an array (rule 1)",
                "'groups':[{'group':'g','when':{'role':[]}}] | groups.when.role: must be an array of strings, or {\"not\": [...]} with such an array (rule 1)",
                "'groups':[{'group':'g','when':{'role':[1]}}] | groups.when.role: must be an array of strings, or {\"not\": [...]} with such an array (rule 1)",
                "'groups':[{'group':'g','when':{'role':['x',null]}}] | groups.when.role: must be an array of strings, or {\"not\": [...]} with such an array (rule 1)",
                "'groups':[{'group':'g','when':{'role':{'not':[]}}}] | groups.when.role: must be an array of strings, or {\"not\": [...]} with such an array (rule 1)",
                "'groups':[{'group':'g','when':{'role':{'not':['x'],'max':1}}}] | groups.when.role: must be an array of strings, or {\"not\": [...]} with such an array (rule 1)",
                "'groups':[{'group':'g','when':{'kyc':{'not':['x']}}}] | groups.when.kyc: must be an array of templates' ids, each behind client_id/ where another client approves (rule 1)",
                "'groups':[{'group':'g','when':{'wallet':['bitcoin']}}] | groups.when.wallet: must be an array of idena, eip155, or {\"not\": [...]} with such an array (rule 1)",
                "'groups':[{'group':'g','when':{'idena.state':['human']}}] | groups.when.idena.state: must be an array of Undefined, Invite, Candidate, Newbie, Verified, Human, Suspended, Zombie, Killed, or {\"not\": [...]} with such an array (rule 1)",
                "'groups':[{'group':'g','when':{'idena.name':['x']}}] | groups.when.idena.name: is not a fact that is known here (rule 1)",
                "'groups':[{'group':'g','when':{'idena.age':3}}] | groups.when.idena.age: must be {\"min\": number, \"max\": number} with one or both, or an array of numbers (rule 1)",
                "'groups':[{'group':'g','when':{'idena.age':{}}}] | groups.when.idena.age: must be {\"min\": number, \"max\": number} with one or both, or an array of numbers (rule 1)",
                "'groups':[{'group':'g','when':{'idena.age':{'not':['3']}}}] | groups.when.idena.age: must be {\"min\": number, \"max\": number} with one or both, or an array of numbers (rule 1)",
                "'groups':[{'group':'g','when':{'idena.age':{'min':5,'max':4}}}] | groups.when.idena.age: has a min above its max (rule 1)",
                "'groups':[{'group':'g','when':{'idena.age':{'min':1e9}}}] | groups.when.idena.age: must hold numbers without an exponent, of at most 30 digits on each side of the point (rule 1)",
                "'groups':[{'group':'g','when':{'idena.age':['x']}}] | groups.when.idena.age: must hold numbers without an exponent, of at most 30 digits on each side of the point (rule 1)",
                "'groups':[{'group':'g','when':{'idena.stake':{'min':true}}}] | groups.when.idena.stake: must hold numbers without an exponent, of at most 30 digits on each side of the point (rule 1)"
            })
    void aWrongMemberIsNamedWithItsClient(String member, String sentence) {
        assertEquals("client a: " + sentence, wrong("{'clients':[{'client_id':'a'," + member + "}]}"));
    }

    @Test
    void aSecretIsTakenOutOfItsEntry() throws IOException {
        Files.writeString(
                file, "{'clients':[{'client_id':'a','client_secret':'sixteen-letters-'}]}".replace('\'', '"'));
        FileEntry entry = ClientsFile.read(file, ClientTestBed.check()).get(0);
        assertEquals(Optional.of("sixteen-letters-"), entry.secret());
        assertEquals(Set.of("client_id"), entry.entry().keySet());
        assertEquals("entry a", entry.toString(), "no secret in a log");
    }

    @Test
    void aSecretMayStandInAFileBesideTheClients() throws IOException {
        Files.writeString(file.resolveSibling("a-secret"), " sixteen-letters-\n");
        Files.writeString(file, "{'clients':[{'client_id':'a','client_secret_file':'a-secret'}]}".replace('\'', '"'));
        FileEntry entry = ClientsFile.read(file, ClientTestBed.check()).get(0);
        assertEquals(Optional.of("sixteen-letters-"), entry.secret());
        assertEquals(Set.of("client_id"), entry.entry().keySet());
        Files.writeString(file.resolveSibling("a-secret"), "too short");
        assertEquals(
                "client a: client_secret_file: what stands in the file must be 16 to 200 visible ASCII characters",
                wrong("{'clients':[{'client_id':'a','client_secret_file':'a-secret'}]}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'client_secret':'fifteen-letters'      | client_secret: must be 16 to 200 visible ASCII characters",
                "'client_secret':'with a blank in it'   | client_secret: must be 16 to 200 visible ASCII characters",
                "'client_secret':1                      | client_secret: must be 16 to 200 visible ASCII characters",
                "'client_secret_file':'nothing-here'    | client_secret_file: names a file that cannot be read",
                "'client_secret_file':'.'               | client_secret_file: names a file that cannot be read",
                "'client_secret_file':'a\\u0000'      | client_secret_file: names a file that cannot be read",
                "'client_secret_file':null              | client_secret_file: must be a string",
                "'client_secret':'sixteen-letters-','client_secret_file':'x' | client_secret_file: stands beside client_secret",
                "'client_secret':'sixteen-letters-','token_endpoint_auth_method':'none' | client_secret: is for client_secret_basic and client_secret_post only"
            })
    void aWrongSecretIsNamedWithItsClientAndNotShown(String member, String sentence) {
        assertEquals("client a: " + sentence, wrong("{'clients':[{'client_id':'a'," + member + "}]}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'wallets':[]           | wallets: must not be empty",
                "'wallets':['bitcoin']  | wallets: must be an array of at most 50 strings of idena, eip155",
                "'enabled':'false'      | enabled: must be true or false",
                "'scope':'openid email' | scope: must be of openid, profile, offline_access, attributes, with one space between",
                "'groups_claim':'sub'   | groups_claim: must be a claim's name that is not taken",
                "'jwks_uri':'https://a.example/jwks' | jwks_uri: is for private_key_jwt only",
                "'token_endpoint_auth_method':'private_key_jwt' | jwks: private_key_jwt needs one of jwks and jwks_uri",
                "'token_endpoint_auth_method':'private_key_jwt','jwks':{'keys':[{}]} | jwks: must be a JWK Set with at least one public key",
                "'token_endpoint_auth_method':'private_key_jwt','jwks':{'keys':[{'kty':'oct','k':'AAAA'}]} | jwks: holds a private key",
                "'token_endpoint_auth_method':'private_key_jwt','jwks':{'keys':[{'kty':'RSA','n':'AQAB','e':'AQAB'}]} | jwks: holds an RSA key of less than 2048 bits",
                "'redirect_uris':['https://a.example/#x']  | redirect_uris: must be absolute, https (http on localhost only) or a scheme that is a reversed domain name, without a fragment, of at most 2000 characters",
                "'redirect_uris':['javascript:alert(1)']   | redirect_uris: must be absolute, https (http on localhost only) or a scheme that is a reversed domain name, without a fragment, of at most 2000 characters",
                "'backchannel_logout_uri':'com.example:/x' | backchannel_logout_uri: must be absolute, https (http on localhost only), without a fragment, of at most 2000 characters",
                "'initiate_login_uri':'com.example:/x' | initiate_login_uri: must be absolute, https (http on localhost only), without a fragment, of at most 2000 characters",
                "'initiate_login_uri':'http://a.example/' | initiate_login_uri: must be absolute, https (http on localhost only), without a fragment, of at most 2000 characters",
                "'minimum_idena_state':'Candidate' | minimum_idena_state: must be one of Newbie, Verified, Human",
                "'audience':'https://gatehouse.example/api' | audience: is that of Gatehouse's own API"
            })
    void aMemberOfTheProviderThatIsWrongIsNamedToo(String member, String sentence) {
        assertEquals("client a: " + sentence, wrong("{'clients':[{'client_id':'a'," + member + "}]}"));
    }

    @Test
    void anEntryHasUpTo16000Characters() {
        String uri = "https://a.example/" + "a".repeat(1_950);
        String uris =
                IntStream.range(0, 9).mapToObj(i -> "'" + uri + i + "'").collect(Collectors.joining(",", "[", "]"));
        assertEquals(
                "client a: must not be longer than 16000 characters",
                wrong("{'clients':[{'client_id':'a','redirect_uris':" + uris + "}]}"));
    }
}
