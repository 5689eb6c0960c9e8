package org.gatehouse.selfkey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.client.ClientTestBed;
import org.gatehouse.config.Defaults;
import org.gatehouse.config.WrongSetting;
import org.gatehouse.endpoint.EndpointTestBed;
import org.gatehouse.endpoint.RootEndpoints;
import org.gatehouse.http.PublicUrl;
import org.gatehouse.session.Attempt;
import org.gatehouse.session.AttemptPurpose;
import org.gatehouse.session.AttemptState;
import org.gatehouse.session.LocalPath;
import org.gatehouse.session.Offer;
import org.gatehouse.session.WalletToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SelfkeyWalletTest {
    private static final PublicUrl URL = new PublicUrl(URI.create("https://gatehouse.example/sso"));
    private static final String HASH = "sha384-" + "A".repeat(64);

    private static Attempt attempt(AttemptPurpose purpose) {
        return new Attempt(
                "2cf42fe06b9caa8f2557fb5907457a9f",
                new WalletToken("hycx74ihzvxu7ajvryyiy647vn"),
                AttemptState.PENDING,
                Instant.EPOCH,
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty(),
                purpose,
                LocalPath.HOME);
    }

    private static Offer.InPage offer(SelfkeySettings settings, String client) {
        return offer(settings, client, AttemptPurpose.SIGN_IN);
    }

    private static Offer.InPage offer(SelfkeySettings settings, String client, AttemptPurpose purpose) {
        RootEndpoints roots = EndpointTestBed.roots(
                ClientTestBed.clients(
                        ClientTestBed.client(
                                "{'client_id':'members','name':'Members','redirect_uris':['https://a.example/cb'],"
                                        + "'selfkey':{'origins':['https://a.example'],'attributes':['email',"
                                        + "{'id':'pass','attribute':'passport','title':'Your passport','required':false}]}}"),
                        ClientTestBed.client("{'client_id':'plain','redirect_uris':['https://b.example/cb']}"),
                        ClientTestBed.client("{'client_id':'easy','redirect_uris':['https://c.example/cb'],"
                                + "'selfkey':{'origins':['https://c.example']}}")),
                URL);
        return new SelfkeyWallet(roots, URL, settings)
                .offer(attempt(purpose), Optional.of(client).filter(id -> !id.isEmpty()));
    }

    private static JsonObject configuration(String client) {
        return offer(SelfkeySettings.read(Defaults.keys()), client).configuration();
    }

    @Test
    void theApplicationsRootEndpointAndAttributesStandInTheConfiguration() {
        JsonObject configuration = configuration("members");
        assertEquals("https://gatehouse.example/sso/selfkey/members", configuration.getString("rootEndpoint"));
        assertEquals("Members", configuration.getJsonObject("website").getString("name"));
        assertEquals(
                "{\"id\":\"email\",\"key\":\"email\",\"schemaId\":\"http://platform.selfkey.org/schema/attribute/email.json\","
                        + "\"attribute\":\"http://platform.selfkey.org/schema/attribute/email.json\","
                        + "\"title\":\"E-mail\",\"label\":\"E-mail\",\"required\":true}",
                configuration.getJsonArray("attributes").get(0).toString());
        JsonObject passport = configuration.getJsonArray("attributes").getJsonObject(1);
        assertEquals("pass", passport.getString("id"));
        assertEquals("Your passport", passport.getString("title"));
        assertEquals("Your passport", passport.getString("label"));
        assertFalse(passport.getBoolean("required"));
    }

    @ParameterizedTest
    @CsvSource({"''", "plain", "easy", "no-such-client"})
    void whoAsksForNothingBorrowsOurRootEndpoint(String client) {
        JsonObject configuration = configuration(client);
        assertEquals("https://gatehouse.example/sso/selfkey/gatehouse", configuration.getString("rootEndpoint"));
        assertTrue(configuration.getJsonArray("attributes").isEmpty());
    }

    @ParameterizedTest
    @EnumSource(
            value = AttemptPurpose.class,
            names = {"CONFIRM", "LINK"})
    void whatIsForTheAccountItselfTakesOurRootEndpoint(AttemptPurpose purpose) {
        assertEquals(
                "https://gatehouse.example/sso/selfkey/gatehouse",
                offer(SelfkeySettings.read(Defaults.keys()), "members", purpose)
                        .configuration()
                        .getString("rootEndpoint"));
    }

    /** {@code validateConfig} of the extension's {@code background.js}. */
    @Test
    void theExtensionTakesTheConfiguration() {
        JsonObject website = configuration("members").getJsonObject("website");
        assertFalse(website.getString("name").isEmpty());
        URI page = URI.create(website.getString("url"));
        assertEquals(URL.origin(), page.getScheme() + "://" + page.getAuthority());
    }

    @Test
    void selfkeysOwnLibraryIsLoadedOnlyFromTheAddressAndAsTheFileThatTheAdministratorChose() {
        assertEquals(
                Optional.empty(),
                offer(SelfkeySettings.read(Defaults.keys()), "").library());
        Offer.Library library = offer(library("https://cdn.example:8443/lws.min.js", HASH), "")
                .library()
                .orElseThrow();
        assertEquals("https://cdn.example:8443", library.origin());
        assertEquals(HASH, library.integrity());
    }

    @ParameterizedTest
    @CsvSource({
        "http://cdn.example/lws.js, sha384-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "https://cdn.example/lws.js, ''",
        "https://cdn.example/lws.js, md5-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "/lws.js, sha384-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
    })
    void aLibraryWithoutTlsOrHashStopsTheStart(String url, String hash) {
        assertThrows(WrongSetting.class, () -> library(url, hash));
    }

    private static SelfkeySettings library(String url, String hash) {
        return SelfkeySettings.read(Defaults.with(
                Map.of("gatehouse.selfkey.lws-library", url, "gatehouse.selfkey.lws-library-integrity", hash)));
    }
}
