package org.gatehouse.selfkey;

import jakarta.json.JsonObject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.PathSegment;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gatehouse.Fake;
import org.gatehouse.account.AccountTestBed;
import org.gatehouse.account.Accounts;
import org.gatehouse.account.Person;
import org.gatehouse.account.Standing;
import org.gatehouse.attribute.AttributeTestBed;
import org.gatehouse.audit.AuditTestBed;
import org.gatehouse.client.Client;
import org.gatehouse.client.ClientTestBed;
import org.gatehouse.client.Clients;
import org.gatehouse.database.TestDatabase;
import org.gatehouse.endpoint.EndpointTestBed;
import org.gatehouse.endpoint.Origins;
import org.gatehouse.endpoint.RootEndpoints;
import org.gatehouse.file.FileTestBed;
import org.gatehouse.file.Files;
import org.gatehouse.grant.GrantTestBed;
import org.gatehouse.http.Cookies;
import org.gatehouse.http.Json;
import org.gatehouse.http.PublicUrl;
import org.gatehouse.session.Attempt;
import org.gatehouse.session.AttemptPurpose;
import org.gatehouse.session.Attempts;
import org.gatehouse.session.LocalPath;
import org.gatehouse.session.Session;
import org.gatehouse.session.SessionTestBed;
import org.gatehouse.token.TokenSystem;
import org.gatehouse.vault.MasterKey;
import org.gatehouse.vault.Randomness;
import org.gatehouse.vault.Secret;
import org.gatehouse.wallet.AccountId;
import org.gatehouse.wallet.Address;
import org.jspecify.annotations.Nullable;

/** The login half of this room without a server: two clients of one audience, and what pages and wallets send. */
final class LoginSystem {
    static final AccountId WALLET = AccountId.ethereum(Address.parse("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"));
    static final String PAGE = "https://portal.example";
    static final String OWN = TokenSystem.ISSUER;

    final TestDatabase database;
    final Clock clock;
    final TokenSystem keys;
    final Client portal = client("portal");
    final Client forum = client("forum");
    final Client own = ClientTestBed.clients().find(Clients.OWN).orElseThrow();
    final PublicUrl publicUrl = new PublicUrl(URI.create(TokenSystem.ISSUER));
    final Randomness randomness = new Randomness();
    final Accounts accounts;
    final Attempts attempts;
    final Logins logins;
    final UserTokens tokens;
    private final LoginEndpoint endpoint;
    private final LoginFilter filter = new LoginFilter();

    // There is no container here that would fill the filter's fields.
    @SuppressWarnings("UnnecessaryAssignment")
    LoginSystem(TestDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
        keys = new TokenSystem(clock);
        accounts = AccountTestBed.accounts(database.entities(), clock);
        attempts = SessionTestBed.attempts(database.entities(), clock);
        logins = new Logins(
                database.entities(), clock, accounts, attempts, AuditTestBed.audit(database.entities(), clock));
        tokens = new UserTokens(
                keys.issuer(),
                keys.checker(),
                GrantTestBed.LIFETIMES,
                GrantTestBed.shared((account, client) -> Map.of()));
        Files files = FileTestBed.files(database.entities(), clock);
        SignUpStore signedUp = new SignUpStore(
                database.entities(),
                clock,
                ClientTestBed.lock(database.entities()),
                accounts,
                AttributeTestBed.attributes(
                        database.entities(), new MasterKey(new byte[MasterKey.BYTES], randomness), clock),
                files,
                AuditTestBed.audit(database.entities(), clock));
        SignUps signUps = new SignUps(EndpointTestBed.admissions(accounts), accounts, files, signedUp);
        WayOn wayOn = new WayOn(
                publicUrl, clock, randomness, new Cookies(publicUrl), accounts, attempts, signUps, tokens, logins);
        RootEndpoints roots = EndpointTestBed.roots(ClientTestBed.clients(portal, forum), publicUrl);
        Origins origins = EndpointTestBed.origins(publicUrl);
        endpoint = new LoginEndpoint(publicUrl, roots, origins, wayOn);
        filter.roots = roots;
        filter.origins = origins;
    }

    private static Client client(String id) {
        return ClientTestBed.client("{'client_id':'" + id + "','redirect_uris':['https://" + id
                + ".example/cb'],'audience':'all-portals','selfkey':{'origins':['https://" + id + ".example']}}");
    }

    /** A user token of this client whose wallet signed then, for a page of this origin. */
    String token(Client client, Instant signedAt, @Nullable String origin) {
        String account = database.inTransaction(() -> accounts.ofWallet(WALLET));
        Person person = Person.of(account, WALLET, Standing.unknown(WALLET.chain()), Set.of(), List.of());
        return tokens.issue(client, person, signedAt, Optional.ofNullable(origin));
    }

    /** A page of this origin posts that. */
    Answer post(String client, String body, @Nullable String origin, Optional<Secret> cookie) {
        HttpServletRequest request = request(origin, cookie);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return filtered(
                client,
                origin,
                database.inTransaction(() -> endpoint.login(client, request, new ByteArrayInputStream(bytes))));
    }

    /** A page of the portal hands a token in. */
    Answer handIn(String token) {
        return post("portal", "{\"token\":\"" + token + "\"}", PAGE, Optional.empty());
    }

    /** Our own page hands in a token of the portal, in the browser with this attempt. */
    Answer handInAtHome(String token, Secret browser) {
        return handInAtHome(portal, token, browser);
    }

    /** Our own page hands in a token of this client, in the browser with this attempt. */
    Answer handInAtHome(Client client, String token, Secret browser) {
        return post(client.id(), "{\"jwt\":\"" + token + "\"}", OWN, Optional.of(browser));
    }

    /** What a browser asks before a page of this origin may call. */
    Answer ask(@Nullable String origin) {
        return filtered("portal", origin, endpoint.ask("portal", request(origin, Optional.empty())));
    }

    /** Begins an attempt for a session in a browser. */
    Attempt begin(Secret browser, AttemptPurpose purpose) {
        Session session = new Session("1".repeat(32), "2".repeat(32), WALLET, clock.instant(), clock.instant(), false);
        return database.inTransaction(() -> attempts.beginFor(session, browser, LocalPath.HOME, purpose));
    }

    /** Begins an attempt in a browser. */
    Attempt begin(Secret browser) {
        return database.inTransaction(() -> attempts.begin(browser, LocalPath.HOME));
    }

    private Answer filtered(String client, @Nullable String origin, Response response) {
        List<PathSegment> path = Stream.of(client, "login")
                .map(text -> Fake.of(PathSegment.class, Map.of("getPath", none -> text)))
                .toList();
        UriInfo uri = Fake.of(UriInfo.class, Map.of("getPathSegments", none -> path));
        filter.filter(
                Fake.of(
                        ContainerRequestContext.class,
                        Map.of("getUriInfo", none -> uri, "getHeaderString", names -> origin)),
                Fake.of(ContainerResponseContext.class, Map.of("getHeaders", none -> response.getHeaders())));
        return new Answer(response);
    }

    private static HttpServletRequest request(@Nullable String origin, Optional<Secret> cookie) {
        Cookie[] cookies = cookie.map(secret -> new Cookie("__Host-gatehouse_attempt", secret.text())).stream()
                .toArray(Cookie[]::new);
        return Fake.of(
                HttpServletRequest.class,
                Map.of(
                        "getHeaders",
                        names -> Collections.enumeration(origin == null ? List.of() : List.of(origin.split(" "))),
                        "getHeader",
                        names -> "Origin".equals(names[0]) ? origin : null,
                        "getCookies",
                        none -> cookies));
    }

    /** An answer, as a page reads it. */
    record Answer(Response response) {
        int status() {
            return response.getStatus();
        }

        String header(String name) {
            return String.valueOf(response.getHeaderString(name));
        }

        String member(String name) {
            JsonObject body = Json.parse(String.valueOf(response.getEntity()).getBytes(StandardCharsets.UTF_8))
                    .orElseThrow();
            return body.getString(name, "");
        }

        /** The secret of the address that the page goes on to. */
        Secret address() {
            return new Secret(member("redirectTo").substring((OWN + "/signin/selfkey/").length()));
        }

        String outcome() {
            return status() + " " + member("code");
        }
    }
}
