package org.gatehouse.it;

import static org.gatehouse.it.GatehouseSystem.json;
import static org.gatehouse.it.GatehouseSystem.object;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is killed while documents come, and while reviewers decide. */
class KycKillIT {
    private static final String CLIENT = "kill";
    private static final int IN_PROGRESS = 1;
    private static final int DATA_CHECK = 15;
    private static final int KILLS = 3;

    @TempDir
    Path data;

    private StartScript server;
    private GatehouseSystem gatehouse;

    @BeforeEach
    void start() throws Exception {
        server = new StartScript(
                data,
                Map.of(
                        "GATEHOUSE_ADMIN_WALLETS",
                        FakeWallet.administrator().address(),
                        "GATEHOUSE_KYC_TEMPLATES",
                        Path.of("src/test/resources/templates").toAbsolutePath() + ""));
        gatehouse = server.gatehouse();
        server.start();
    }

    @AfterEach
    void stop() {
        server.kill();
    }

    @Test
    void ofAnUploadThatIsCutOffByAKillTheSweepLeavesNothing() throws Exception {
        KycWallet wallet = KycDesk.open(gatehouse, CLIENT).person();
        String whole = wallet.upload(LwsDocument.PASSPORT);
        try (Socket half = halfAnUpload(wallet)) {
            KycDesk.await(() -> contents().stream().anyMatch(name -> name.endsWith(".part")));
            server.kill();
            assertFalse(half.isClosed(), "it was still on its way");
        }
        assertEquals(2, contents().size(), "the kill leaves a part");
        assertEquals(
                1,
                database("select count(*) from stored_file where stored_at is null and claimed_for is null"),
                "and its row");

        // 15 minutes go by.
        database("select count(*) from final table"
                + " (update stored_file set expires_at = expires_at - 900001 where stored_at is null)");
        server.start();
        for (int i = 0; i < 900 && contents().size() > 1; i++) TimeUnit.MILLISECONDS.sleep(100);
        assertEquals(List.of(whole), contents());
        assertEquals(
                200,
                wallet.call("GET", "/users/files/" + whole + "/content", "").statusCode());
        server.kill();
        assertEquals(1, database("select count(*) from stored_file"));
    }

    @Test
    void aDecisionIsWholeOrNotThereWheneverTheServerIsKilled() throws Exception {
        KycDesk desk = KycDesk.open(gatehouse, CLIENT);
        KycChain chain = desk.server();
        String id = desk.person().apply(KycDesk.PERSON, KycWallet.person("jane@example.org"));
        try (WebhookReceiver receiver = WebhookReceiver.open()) {
            String hooks = "/api/clients/" + CLIENT + "/webhooks";
            String deliveries = hooks + "/"
                    + json(desk.api("POST", hooks, object("url", receiver.url())))
                            .getString("id")
                    + "/deliveries";
            int before = log(chain, id).size();
            AtomicInteger answered = new AtomicInteger();
            for (int kill = 1; kill <= KILLS; kill++) {
                CompletableFuture<Void> deciding = CompletableFuture.runAsync(() -> decide(chain, id, answered));
                int begun = answered.get();
                KycDesk.await(() -> answered.get() > begun);
                TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(1_500));
                server.kill();
                deciding.join();
                server.start();

                List<JsonObject> log = log(chain, id);
                int statuses = log.size() - before;
                assertTrue(statuses >= answered.get(), "what was answered is not lost");
                assertTrue(statuses <= answered.get() + kill, "each kill cuts off one answer at most");
                assertEquals(log.get(log.size() - 1).getInt("code"), chain.status(id));
                assertEquals(statuses, told(desk, deliveries));
            }
        }
    }

    /** Brings an application back and forth until the server is gone. */
    private static void decide(KycChain chain, String id, AtomicInteger answered) {
        int status = chain.status(id);
        try {
            while (true) {
                status = status == IN_PROGRESS ? DATA_CHECK : IN_PROGRESS;
                KycChain.ok(chain.decide(id, status));
                answered.incrementAndGet();
            }
        } catch (IllegalStateException e) {
            // Nobody answers any more.
        }
    }

    private static List<JsonObject> log(KycChain chain, String id) {
        return chain.application(id).getJsonArray("statusLog").getValuesAs(JsonObject.class);
    }

    private static int told(KycDesk desk, String deliveries) {
        int told = 0;
        String next = "?limit=200";
        while (!next.isEmpty()) {
            JsonObject page = KycChain.ok(desk.api("GET", deliveries + next, ""));
            told += page.getJsonArray("deliveries").size();
            next = page.containsKey("next") ? "?limit=200&before=" + page.getString("next") : "";
        }
        return told;
    }

    /** An upload of 20 MB of which the second half does not come. */
    private static Socket halfAnUpload(KycWallet wallet) throws Exception {
        URI url = URI.create(wallet.page().endpoint("/files"));
        Socket socket = new Socket(url.getHost(), url.getPort());
        String head = "POST " + url.getPath() + " HTTP/1.1\r\nHost: " + url.getAuthority()
                + "\r\nAuthorization: Bearer " + wallet.token()
                + "\r\nUser-Agent: " + SelfkeyWallet.USER_AGENT + "\r\nOrigin: IDW"
                + "\r\nContent-Type: multipart/form-data; boundary=xyz\r\nContent-Length: 20000000\r\n\r\n"
                + "--xyz\r\nContent-Disposition: form-data; name=\"document\"; filename=\"a.png\"\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(LwsDocument.PASSPORT.content());
        socket.getOutputStream().write(new byte[10_000_000]);
        return socket;
    }

    private List<String> contents() {
        try (Stream<Path> files = Files.list(data.resolve("files"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a query gives, while no server has the database. */
    private long database(String query) throws Exception {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:h2:file:" + data.resolve("gatehouse"), "gatehouse", "");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
