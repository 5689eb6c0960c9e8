package org.gatehouse.selfkey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gatehouse.Fake;
import org.gatehouse.account.AccountTestBed;
import org.gatehouse.account.Accounts;
import org.gatehouse.attribute.AttributeTestBed;
import org.gatehouse.attribute.Attributes;
import org.gatehouse.audit.AuditTestBed;
import org.gatehouse.client.ClientTestBed;
import org.gatehouse.client.Clients;
import org.gatehouse.database.TestDatabase;
import org.gatehouse.document.DocumentTestBed;
import org.gatehouse.endpoint.Applicant;
import org.gatehouse.endpoint.EndpointTestBed;
import org.gatehouse.endpoint.RootEndpoint;
import org.gatehouse.file.FileTestBed;
import org.gatehouse.file.Files;
import org.gatehouse.file.Owner;
import org.gatehouse.file.Storing;
import org.gatehouse.token.MovedClock;
import org.gatehouse.token.TokenSystem;
import org.gatehouse.wallet.AccountId;
import org.gatehouse.wallet.Address;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Documents that come as forms, alone or with a sign-up. */
class UploadsTest {
    private static final AccountId ADA =
            AccountId.ethereum(Address.parse("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"));
    private static final String TYPE = "multipart/form-data; boundary=xyz";
    private static final String PNG =
            new String(HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452"), StandardCharsets.ISO_8859_1);
    private static final String FILE = part("$document-1", PNG);
    private static final String ATTRIBUTES = part("attributes", "[]");
    private static final String NAMELESS = "--xyz\r\nContent-Type: image/png\r\n\r\n" + PNG + "\r\n";
    private static final String LONG_HEADER =
            "--xyz\r\nX: " + "y".repeat(4_096) + "\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n";

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    private final MovedClock clock = new MovedClock(Instant.parse("2026-11-20T12:00:00Z"));
    private final Accounts accounts = AccountTestBed.accounts(database.entities(), clock);
    private final Attributes attributes = AttributeTestBed.attributes(database.entities(), Selfkeys.MASTER_KEY, clock);
    private final Files files = FileTestBed.files(database.entities(), clock);
    private final SignUpStore store = new SignUpStore(
            database.entities(),
            clock,
            ClientTestBed.lock(database.entities()),
            accounts,
            attributes,
            files,
            AuditTestBed.audit(database.entities(), clock));
    private final DocumentTestBed documents = DocumentTestBed.of(accounts, files);
    private final TokenSystem keys = new TokenSystem(clock);
    private final WalletTokens tokens = new WalletTokens(
            EndpointTestBed.roots(ClientTestBed.clients(root("members").client()), EndpointTestBed.PUBLIC_URL),
            keys.issuer(),
            keys.checker(),
            Selfkeys.SETTINGS);
    private final SignUpResource signUps = new SignUpResource();

    // There is no container here that would fill the resource's fields.
    @SuppressWarnings("UnnecessaryAssignment")
    UploadsTest() {
        signUps.tokens = tokens;
        signUps.form = new SignUpForm(
                documents.uploads(), new SignUps(EndpointTestBed.admissions(accounts), accounts, files, store));
    }

    @BeforeEach
    void members() {
        database.inTransaction(() -> ClientTestBed.register(database.entities(), clock, "members"));
    }

    @Test
    void aFormIsASignUpWithItsDocuments() {
        assertEquals(201, signUp(FILE + ATTRIBUTES + part("meta", "undefined") + part("else", "whatever")));
        assertEquals(1, database.count("SignUpRow"));
    }

    @Test
    void aFormThatIsNotAsItShouldBeLeavesNoFile() {
        Map<String, Integer> wrong = new LinkedHashMap<>();
        wrong.put(FILE + ATTRIBUTES + ATTRIBUTES, 400);
        wrong.put(FILE + FILE + ATTRIBUTES, 400);
        wrong.put(FILE + ATTRIBUTES + NAMELESS, 400);
        wrong.put(FILE + part("attributes", "no JSON"), 422);
        wrong.put(FILE, 422);
        wrong.put(FILE + part("$document-2", "#!/bin/sh") + ATTRIBUTES, 422);
        wrong.put(FILE + part("attributes", "[\"" + "a".repeat(SignUpResource.MAX_BYTES) + "\"]"), 413);
        wrong.put(FILE + LONG_HEADER + ATTRIBUTES, 413);
        wrong.put(manyParts() + ATTRIBUTES, 413);
        wrong.forEach((body, status) -> assertEquals(status, signUp(body), abbreviated(body)));
        assertNoFiles();
        assertEquals(0, database.count("SignUpRow"));
    }

    private static String manyParts() {
        StringBuilder parts = new StringBuilder();
        for (int i = 0; i < 50; i++) parts.append(part("part-" + i, "a"));
        return parts.toString();
    }

    @Test
    void anUploadThatIsNotOneDocumentLeavesNoFile() {
        String document = part("document", PNG);
        assertEquals(422, upload(document + NAMELESS));
        assertEquals(422, upload(document + document));
        assertEquals(422, upload(NAMELESS));
        assertEquals(413, upload(LONG_HEADER));
        assertNoFiles();
    }

    @Test
    void whatIsNoDocumentMakesNoAccount() {
        assertEquals(422, upload(part("document", "#!/bin/sh")));
        assertEquals(422, upload(part("document", "")));
        assertEquals(422, signUp(part("$document-1", "<html>") + ATTRIBUTES));
        assertEquals(0, database.count("AccountRow"));
        assertEquals(200, upload(part("document", PNG)));
        assertEquals(1, database.count("AccountRow"));
    }

    @Test
    void gatehouseItselfTakesNoDocuments() {
        Response answer = upload(Clients.OWN, part("document", PNG));
        assertEquals(422, answer.getStatus());
        assertTrue(answer.getEntity().toString().contains("No documents are asked for here"));
        assertEquals(422, signUp(Clients.OWN, FILE + ATTRIBUTES));
        assertEquals(0, database.count("FileRow"));
        assertEquals(0, database.count("AccountRow"));
    }

    @Test
    void whoIsBlockedGetsNoFileBack() {
        Owner owner = new Owner(database.inTransaction(() -> accounts.ofWallet(ADA)), "members");
        Storing stored = database.inTransaction(() ->
                files.store(() -> owner, "a.png", new ByteArrayInputStream(PNG.getBytes(StandardCharsets.ISO_8859_1))));
        String id = ((Storing.Stored) stored).file().id();
        assertEquals(
                200,
                database.inTransaction(() -> documents.address(applicant("members"), id))
                        .getStatus());
        database.inTransaction(() -> accounts.block(owner.account()));
        assertEquals(
                403,
                database.inTransaction(() -> documents.address(applicant("members"), id))
                        .getStatus());
        assertEquals(
                403,
                database.inTransaction(() -> documents.content(applicant("members"), id))
                        .getStatus());
    }

    @Test
    void whoLeavesAClientLeavesNoFileThere() {
        assertEquals(201, signUp(ATTRIBUTES));
        assertEquals(200, upload(part("document", PNG)));
        assertEquals(200, upload("another", part("document", PNG)).getStatus());
        assertTrue(database.inTransaction(() -> store.end(accounts.ofWallet(ADA), "members")));
        assertEquals(
                "another",
                String.join(",", database.texts("select f.clientId from FileRow f where f.keySealed is not null")));
    }

    private void assertNoFiles() {
        assertEquals(
                0,
                database.texts("select f.id from FileRow f where f.keySealed is not null")
                        .size());
    }

    private int signUp(String body) {
        return signUp("members", body);
    }

    private int signUp(String client, String body) {
        String token = tokens.issue(root(client), ADA, "did:eth:" + ADA.address(), clock.instant())
                .value();
        HttpServletRequest request = Fake.of(HttpServletRequest.class, Map.of("getContentLengthLong", none -> -1L));
        return database.inTransaction(() -> signUps.signUpByForm(client, "Bearer " + token, TYPE, request, body(body)))
                .getStatus();
    }

    private int upload(String body) {
        return upload("members", body).getStatus();
    }

    private Response upload(String client, String body) {
        return database.inTransaction(() -> documents.upload(applicant(client), TYPE, body(body)));
    }

    private static Applicant applicant(String client) {
        return new Applicant(root(client), ADA);
    }

    private static RootEndpoint root(String client) {
        return client.equals(Clients.OWN) ? EndpointTestBed.own() : EndpointTestBed.root(client, "Members");
    }

    private static InputStream body(String parts) {
        return new ByteArrayInputStream((parts + "--xyz--\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String part(String name, String content) {
        return "--xyz\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + content + "\r\n";
    }

    private static String abbreviated(String body) {
        return body.substring(0, Math.min(300, body.length()));
    }
}
