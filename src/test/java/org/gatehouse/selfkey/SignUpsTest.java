package org.gatehouse.selfkey;

import static org.gatehouse.attribute.AttributeTestBed.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.account.AccountTestBed;
import org.gatehouse.account.Accounts;
import org.gatehouse.attribute.AttributeTestBed;
import org.gatehouse.attribute.Attributes;
import org.gatehouse.attribute.Requirement;
import org.gatehouse.attribute.SentAttribute;
import org.gatehouse.audit.AuditTestBed;
import org.gatehouse.client.Client;
import org.gatehouse.client.ClientRemoved;
import org.gatehouse.client.ClientTestBed;
import org.gatehouse.client.SelfkeyProfile;
import org.gatehouse.database.TestDatabase;
import org.gatehouse.endpoint.EndpointTestBed;
import org.gatehouse.endpoint.Refused;
import org.gatehouse.endpoint.RootEndpoint;
import org.gatehouse.file.FileTestBed;
import org.gatehouse.file.Files;
import org.gatehouse.file.Owner;
import org.gatehouse.file.Storing;
import org.gatehouse.http.PublicUrl;
import org.gatehouse.people.Membership;
import org.gatehouse.token.MovedClock;
import org.gatehouse.vault.MasterKey;
import org.gatehouse.vault.Randomness;
import org.gatehouse.wallet.AccountId;
import org.gatehouse.wallet.Address;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SignUpsTest {
    private static final AccountId ADA =
            AccountId.ethereum(Address.parse("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"));
    private static final AccountId EVE =
            AccountId.ethereum(Address.parse("0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359"));
    private static final Instant BEGIN = Instant.parse("2026-11-20T12:00:00Z");
    private static final byte[] PDF = "%PDF-1.4\n%EOF".getBytes(StandardCharsets.US_ASCII);

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    private final MovedClock clock = new MovedClock(BEGIN);
    private final Accounts accounts = AccountTestBed.accounts(database.entities(), clock);
    private final Attributes attributes = AttributeTestBed.attributes(
            database.entities(), new MasterKey(new byte[MasterKey.BYTES], new Randomness()), clock);
    private final Files files = FileTestBed.files(database.entities(), clock);
    private final SignUpStore store = new SignUpStore(
            database.entities(),
            clock,
            ClientTestBed.lock(database.entities()),
            accounts,
            attributes,
            files,
            AuditTestBed.audit(database.entities(), clock));
    private final SignUps signUps = new SignUps(EndpointTestBed.admissions(accounts), accounts, files, store);

    @BeforeEach
    void members() {
        database.inTransaction(() -> ClientTestBed.register(database.entities(), clock, "members"));
        database.inTransaction(
                () -> database.entities().createQuery("delete from AuditRow a").executeUpdate());
    }

    @Test
    void aSignUpMakesTheAccountAndKeepsWhatIsShared() {
        done(signUp(ADA, email("ada@engines.example")));
        assertEquals(
                Map.of("mail", json("'ada@engines.example'")),
                database.inTransaction(
                        () -> AttributeTestBed.all(database.entities(), attributes, account(ADA), "members")));
        assertTrue(signedUp(ADA, "members"));
        assertFalse(signedUp(ADA, "another"));
        assertEquals(List.of("selfkey.sign-up"), database.texts("select a.action from AuditRow a"));
    }

    @Test
    void whoSignsUpAgainChangesWhatIsShared() {
        done(signUp(ADA, email("ada@engines.example")));
        clock.move(Duration.ofDays(1));
        done(signUp(ADA, email("lovelace@engines.example")));
        assertEquals(
                Map.of("mail", json("'lovelace@engines.example'")),
                database.inTransaction(
                        () -> AttributeTestBed.all(database.entities(), attributes, account(ADA), "members")));
        assertEquals(1, database.count("SignUpRow"));
        assertEquals(
                Map.of("members", new Membership.SignedUp(BEGIN, Set.of("mail"))),
                database.inTransaction(() -> store.of(account(ADA))));
    }

    @Test
    void aRefusedSignUpLeavesNothing() {
        refused(422, "Error validating attributes: E-mail is missing", signUp(ADA));
        refused(422, "Error validating attributes: E-mail must be an e-mail address", signUp(ADA, email("ada")));
        refused(
                422,
                "Error validating attributes: a file is not there any more, or never was",
                signUp(ADA, email("ada@engines.example"), cv("0123456789abcdef0123456789abcdef")));
        assertNothing();
    }

    @Test
    void aWalletThatTheClientDoesNotTakeIsRefused() {
        Client idena = ClientTestBed.client(
                "{'client_id':'members','name':'Members','redirect_uris':['https://m.example/cb'],'wallets':['idena']}");
        refused(403, "Members does not take this kind of wallet", signUp(idena, ADA, email("ada@engines.example")));
        assertNothing();
    }

    @Test
    void aBlockedPersonCannotSignUp() {
        done(signUp(ADA, email("ada@engines.example")));
        String file = file(ADA);
        database.inTransaction(() -> accounts.block(account(ADA)));
        refused(
                403,
                "Nobody can sign in with this wallet any more",
                signUp(ADA, email("other@engines.example"), cv(file)));
        assertEquals(
                Map.of("mail", json("'ada@engines.example'")),
                database.inTransaction(
                        () -> AttributeTestBed.all(database.entities(), attributes, account(ADA), "members")));
    }

    @Test
    void aFileMustBeTheCallersOwn() {
        String own = file(ADA);
        String eves = file(EVE);
        refused(
                422,
                "Error validating attributes: a file is not there any more, or never was",
                signUp(ADA, email("ada@engines.example"), cv(eves)));
        assertEquals(0, database.count("SignUpRow"));
        done(signUp(ADA, email("ada@engines.example"), cv(own)));
    }

    @Test
    void aFileGoesWithTheValueThatReferredToIt() {
        String first = file(ADA);
        String second = file(ADA);
        done(signUp(ADA, email("ada@engines.example"), cv(first)));
        assertTrue(there(first));
        done(signUp(ADA, email("ada@engines.example"), cv(second)));
        assertFalse(there(first));
        assertTrue(there(second));
        assertTrue(database.inTransaction(() -> store.end(account(ADA), "members")));
        assertFalse(there(second));
    }

    @Test
    void whoLeavesAClientLeavesNothingThere() {
        done(signUp(ADA, email("ada@engines.example")));
        done(signUp(EVE, email("eve@engines.example")));
        assertTrue(database.inTransaction(() -> store.end(account(ADA), "members")));
        assertFalse(database.inTransaction(() -> store.end(account(ADA), "members")), "nothing is left");
        assertFalse(signedUp(ADA, "members"));
        assertEquals(
                Map.of(),
                database.inTransaction(
                        () -> AttributeTestBed.all(database.entities(), attributes, account(ADA), "members")));
        assertTrue(signedUp(EVE, "members"));
    }

    @Test
    void nothingIsKeptForAClientThatIsRemoved() {
        done(signUp(ADA, email("ada@engines.example")));
        database.inTransaction(() -> store.forget(new ClientRemoved("members")));
        assertEquals(0, database.count("SignUpRow"));
        assertEquals(0, database.count("SharedAttributeRow"));
    }

    @Test
    void nothingIsKeptForAClientThatWasRemovedMeanwhile() {
        database.inTransaction(
                () -> database.entities().createQuery("delete from ClientRow c").executeUpdate());
        refused(404, "Not found", signUp(ADA, email("ada@engines.example")));
        assertNothing();
    }

    @Test
    void aSignUpOnOurOwnPagesKeepsNothing() {
        Client own = ClientTestBed.own();
        done(signUp(own, own.selfkey().orElseThrow(), ADA));
        assertNothing();
    }

    @Test
    void whereTheIdenaStateCannotBeFoundOutTheWalletTriesAgain() {
        Client verified = ClientTestBed.client(
                "{'client_id':'members','redirect_uris':['https://m.example/cb'],'minimum_idena_state':'Verified'}");
        AccountId idena = AccountId.idena(Address.parse("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"));
        refused(
                503,
                "The site cannot answer just now. Try again in a moment.",
                signUp(verified, idena, email("ada@engines.example")));
        assertNothing();
    }

    @Test
    void whatAFileIsIsNotTheWalletsToSay() {
        String file = file(ADA);
        done(signUp(
                ADA,
                email("ada@engines.example"),
                sent("cv", "cv", "[{'content':'" + file + "','name':'x.png','mimeType':'image/png','size':1}]")));
        assertEquals(
                json("[{'content':'" + file + "','name':'cv.pdf','mimeType':'application/pdf','size':" + PDF.length
                        + "}]"),
                database.inTransaction(
                        () -> AttributeTestBed.all(database.entities(), attributes, account(ADA), "members")
                                .get("cv")));
        refused(
                422,
                "Error validating attributes: Voice ID: 0 mimeType is none of the values that there are",
                signUp(
                        ADA,
                        email("ada@engines.example"),
                        sent("v", "voice-id", "[{'content':'" + file(ADA) + "','mimeType':'audio/mp3'}]")));
    }

    @Test
    void whatIsEmptiedIsNotKept() {
        String file = file(ADA);
        done(signUp(ADA, email("ada@engines.example"), cv(file)));
        done(signUp(ADA, email("ada@engines.example"), sent("cv", "cv", "{}")));
        assertFalse(there(file));
        assertEquals(1, database.count("SharedAttributeRow"));
    }

    private void assertNothing() {
        for (String entity : List.of("AccountRow", "SignUpRow", "SharedAttributeRow", "AuditRow")) {
            assertEquals(0, database.count(entity), entity);
        }
    }

    private static void done(Optional<Refused> what) {
        assertEquals(Optional.empty(), what);
    }

    private static void refused(int status, String message, Optional<Refused> what) {
        Refused refused = what.orElseThrow();
        assertEquals(message, refused.message());
        assertEquals(status, refused.answer().getStatus());
    }

    private Optional<Refused> signUp(AccountId wallet, SentAttribute... sent) {
        return signUp(
                ClientTestBed.client(
                        "{'client_id':'members','name':'Members','redirect_uris':['https://m.example/cb']}"),
                wallet,
                sent);
    }

    private Optional<Refused> signUp(Client client, AccountId wallet, SentAttribute... sent) {
        SelfkeyProfile profile = new SelfkeyProfile(
                Set.of(),
                "ES256",
                List.of(new Requirement("mail", "email", Optional.empty(), true)),
                Map.of(),
                List.of());
        return signUp(client, profile, wallet, sent);
    }

    private Optional<Refused> signUp(Client client, SelfkeyProfile profile, AccountId wallet, SentAttribute... sent) {
        RootEndpoint root = RootEndpoint.of(client, profile, new PublicUrl(URI.create("https://gate.example")));
        Holder holder = new Holder(root, wallet, "did:eth:" + wallet.address(), clock.instant());
        return database.inTransaction(() -> signUps.signUp(holder, List.of(sent)));
    }

    private static SentAttribute email(String address) {
        return sent("mail", "email", "'" + address + "'");
    }

    private static SentAttribute cv(String file) {
        return sent("cv", "cv", "[{'content':'" + file + "'}]");
    }

    private static SentAttribute sent(String id, String type, String data) {
        return new SentAttribute(
                Optional.of(id),
                Optional.of("http://platform.selfkey.org/schema/attribute/" + type + ".json"),
                json(data));
    }

    private String account(AccountId wallet) {
        return accounts.ofWallet(wallet);
    }

    private boolean signedUp(AccountId wallet, String client) {
        return database.inTransaction(() -> store.has(account(wallet), client));
    }

    private String file(AccountId wallet) {
        return database.inTransaction(() -> {
            Storing stored =
                    files.store(() -> new Owner(account(wallet), "members"), "cv.pdf", new ByteArrayInputStream(PDF));
            return assertInstanceOf(Storing.Stored.class, stored, stored::toString)
                    .file()
                    .id();
        });
    }

    private boolean there(String file) {
        return database.inTransaction(
                () -> files.find(file, new Owner(account(ADA), "members")).isPresent());
    }
}
