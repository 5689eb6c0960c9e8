package org.gatehouse.oidc;

import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.gatehouse.account.AccountTestBed;
import org.gatehouse.account.Accounts;
import org.gatehouse.account.Standing;
import org.gatehouse.account.WalletNetwork;
import org.gatehouse.audit.Audit;
import org.gatehouse.audit.AuditTestBed;
import org.gatehouse.client.Client;
import org.gatehouse.client.ClientTestBed;
import org.gatehouse.client.Clients;
import org.gatehouse.database.TestDatabase;
import org.gatehouse.grant.Consents;
import org.gatehouse.grant.GrantTestBed;
import org.gatehouse.http.PublicUrl;
import org.gatehouse.session.Session;
import org.gatehouse.session.SessionTestBed;
import org.gatehouse.token.MovedClock;
import org.gatehouse.token.TokenSystem;
import org.gatehouse.vault.Randomness;
import org.gatehouse.vault.Secret;
import org.gatehouse.wallet.AccountId;
import org.gatehouse.wallet.Address;

/** A browser before the authorization endpoint, a person with an Idena wallet, and some applications. */
final class AuthorizationBench {
    static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    static final String CALLBACK = "https://app.example/cb";
    static final AccountId WALLET = AccountId.idena(Address.parse("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"));
    static final Instant CEREMONY = Instant.parse("2026-12-01T13:30:00Z");

    final MovedClock clock = new MovedClock(Instant.parse("2026-11-20T12:00:00Z"));
    final TokenSystem tokens = new TokenSystem(clock);
    final Secret browser = new Randomness().secret();
    final Authorization authorization;
    final PendingRequests pending;

    /** The state that the network says; empty where it says nothing. */
    Optional<String> state = Optional.of("Newbie");
    /** What people share, whoever they are and with whomever. */
    Map<String, JsonValue> shared = Map.of();
    /** Who is signed in. */
    Optional<Session> session = Optional.empty();

    private final TestDatabase database;
    private final Accounts accounts;
    private final Consents consents;

    AuthorizationBench(TestDatabase database) {
        this.database = database;
        Audit audit = AuditTestBed.audit(database.entities(), clock);
        accounts = AccountTestBed.accounts(database.entities(), clock, new Network());
        pending = new PendingRequests(database.entities(), clock, new Randomness());
        consents = GrantTestBed.consents(database.entities(), clock);
        Conditions conditions = new Conditions(clock, accounts, consents, tokens.checker());
        Answers answers = new Answers(
                pending,
                conditions,
                new Codes(pending, GrantTestBed.grants(database.entities(), clock)),
                audit,
                new PublicUrl(URI.create(TokenSystem.ISSUER)));
        authorization = new Authorization(
                new RequestReader(clients()),
                pending,
                conditions,
                consents,
                new ToldAttributes(GrantTestBed.shared((account, client) -> shared)),
                answers);
    }

    private static Clients clients() {
        return ClientTestBed.clients(
                client("app", "'token_endpoint_auth_method':'none'"),
                client("lax", "'pkce':'optional'"),
                client("asking", "'consent':true,'scope':'openid profile offline_access'"),
                client("humans", "'minimum_idena_state':'Human'"),
                client(
                        "learning",
                        "'token_endpoint_auth_method':'none','scope':'openid profile attributes','selfkey':{'attributes':["
                                + "'email','first-name','passport',{'attribute':'physical-address','title':'Where we deliver'}],"
                                + "'claims':{'email':'email','address':'physical-address'}}"),
                client("ethereans", "'wallets':['eip155']"));
    }

    private static Client client(String id, String members) {
        return ClientTestBed.client("{'client_id':'" + id + "','redirect_uris':['" + CALLBACK
                + "','https://app.example/cb?at=home','http://127.0.0.1/cb','http://[::1]/cb','http://localhost:8081/cb','org.example.app:/cb'],"
                + members + "}");
    }

    /** A request that is in order, with these parameters in place of its own; a value that is null takes one out. */
    static String request(String... extra) {
        Map<String, String> parameters = new LinkedHashMap<>(Map.of(
                "client_id", "app",
                "redirect_uri", CALLBACK,
                "response_type", "code",
                "scope", "openid",
                "state", "a state",
                "code_challenge", CHALLENGE,
                "code_challenge_method", "S256"));
        for (int i = 0; i < extra.length; i += 2) parameters.put(extra[i], extra[i + 1]);
        return parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + encode(each.getValue()))
                .collect(Collectors.joining("&"));
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The browser brings this request. */
    Outcome begin(String... extra) {
        return beginEncoded(request(extra));
    }

    Outcome beginEncoded(String encoded) {
        return in(() -> authorization.begin(encoded, session, browser));
    }

    /** A form brings this request. */
    Outcome beginByForm(String encoded) {
        InputStream body = new ByteArrayInputStream(encoded.getBytes(StandardCharsets.UTF_8));
        return in(() -> authorization.beginByForm("application/x-www-form-urlencoded", body, session));
    }

    /** The browser goes on with a request that waited. */
    Outcome resume(Waiting waiting) {
        return in(() -> authorization.resume(waiting.id(), session, browser));
    }

    /** The person signs in now with the wallet at a page of an application. */
    void handOver() {
        session = Optional.of(signIn())
                .map(here -> new Session(
                        here.id(), here.account(), here.wallet(), here.authenticatedAt(), here.expiresAt(), true));
    }

    /** The person signs in now with the wallet. */
    Session signIn() {
        return signIn(WALLET);
    }

    Session signIn(AccountId wallet) {
        String account = in(() -> accounts.ofWallet(wallet));
        Session signedIn = new Session(
                new Randomness().id(),
                account,
                wallet,
                clock.instant(),
                clock.instant().plus(Duration.ofHours(8)),
                false);
        SessionTestBed.store(database, signedIn);
        session = Optional.of(signedIn);
        return signedIn;
    }

    /** The account allows the client {@code learning} its scopes, when these were the attributes that it asked for. */
    void allowed(String account, Set<String> told) {
        database.inTransaction(() -> consents.give(account, "learning", Set.of("openid", "attributes"), told));
    }

    /** Another call ends the session of the browser, which a request has read already. */
    void endSession(Session session) {
        in(() -> SessionTestBed.sessions(database.entities(), clock).end(session.account(), session.id()));
    }

    <T> T in(Supplier<T> work) {
        return database.inTransaction(work);
    }

    private final class Network implements WalletNetwork {
        @Override
        public String chain() {
            return WALLET.chain();
        }

        @Override
        public Standing standing(Address address) {
            return state.map(known -> new Standing("idena", true, Map.of("state", known)))
                    .orElseGet(() -> Standing.unknown("idena"));
        }

        @Override
        public Optional<Instant> nextCeremony() {
            return Optional.of(CEREMONY);
        }
    }
}
