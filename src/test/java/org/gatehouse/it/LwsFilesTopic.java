package org.gatehouse.it;

import static org.gatehouse.it.GatehouseSystem.json;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.bouncycastle.util.Arrays;
import org.junit.jupiter.api.Test;

/** The documents of SelfKey wallets: POST /users/file. */
interface LwsFilesTopic extends Topic {
    String CLIENT = "members";
    String BOUNDARY = "--------------------------104895233012340981234561";
    int MAX = 50_000_000;
    byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489");

    @Test
    default void aDocumentIsStoredAndItsOwnerGetsItBack() {
        SelfkeyWallet wallet = SelfkeyWallet.create();
        String token = wallet.walletToken(gatehouse(), CLIENT);
        for (String path : List.of("/users/file", "/users/files", "/users/file/")) {
            HttpResponse<String> answer = upload(token, path, form(part("document", "Päss.png", PNG)));
            assertEquals(200, answer.statusCode(), answer.body());
            String id = json(answer).getString("id");
            assertTrue(id.matches("[0-9a-f]{32}"), id);
            HttpResponse<String> known = get(token, "/users/files/" + id);
            assertEquals(200, known.statusCode(), known.body());
            String url = json(known).getString("url");
            assertEquals(gatehouse().url() + "/selfkey/" + CLIENT + "/users/files/" + id + "/content", url);
            HttpResponse<byte[]> content = download(token, id);
            assertArrayEquals(PNG, content.body());
            assertEquals(
                    "image/png", content.headers().firstValue("Content-Type").orElse(""));
            assertEquals(
                    List.of("attachment; filename*=UTF-8''P%C3%A4ss.png"),
                    content.headers().allValues("Content-Disposition"));
            assertEquals(List.of("nosniff"), content.headers().allValues("X-Content-Type-Options"));
            assertEquals(List.of("no-store"), content.headers().allValues("Cache-Control"));
        }
    }

    @Test
    default void aFileIsItsOwnersAloneAndOfOneClient() {
        SelfkeyWallet owner = SelfkeyWallet.create();
        String token = owner.walletToken(gatehouse(), CLIENT);
        String id = json(upload(token, "/users/file", form(part("document", "a.png", PNG))))
                .getString("id");
        String stranger = SelfkeyWallet.create().walletToken(gatehouse(), CLIENT);
        upload(stranger, "/users/file", form(part("document", "a.png", PNG)));
        for (String other : List.of(stranger, SelfkeyWallet.create().walletToken(gatehouse(), CLIENT))) {
            assertRefused(404, "not_found", get(other, "/users/files/" + id));
            assertRefused(404, "not_found", get(other, "/users/files/" + id + "/content"));
        }
        String elsewhere = owner.walletToken(gatehouse(), "lws");
        assertRefused(
                404,
                "not_found",
                gatehouse()
                        .send(SelfkeyWallet.request(gatehouse(), "lws", "/users/files/" + id)
                                .header("Authorization", "Bearer " + elsewhere)
                                .GET()));
        assertRefused(404, "not_found", get(token, "/users/files/" + "0".repeat(32)));
    }

    @Test
    default void anythingButOneDocumentIsRefused() {
        String token = SelfkeyWallet.create().walletToken(gatehouse(), CLIENT);
        byte[] png = part("document", "a.png", PNG);
        List<byte[]> wrong = List.of(
                form(),
                form(part("file", "a.png", PNG)),
                form(png, png),
                form(png, part("more", "b.png", PNG)),
                form(part("document", "a.png", new byte[0])),
                form(part(
                        "document",
                        "a.png",
                        "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8))),
                form(part(
                        "document",
                        "a.png",
                        "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8))),
                form(part("document", "a.png", "#!/bin/sh\nrm".getBytes(StandardCharsets.UTF_8))),
                png,
                new byte[0],
                "{}".getBytes(StandardCharsets.UTF_8));
        for (byte[] body : wrong) assertRefused(422, "file_invalid", upload(token, "/users/file", body));
        assertRefused(
                422,
                "file_invalid",
                gatehouse()
                        .send(request(token, "/users/file")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{}"))));
        assertRefused(
                422,
                "file_invalid",
                gatehouse().send(request(token, "/users/file").POST(BodyPublishers.ofByteArray(form(png)))));
    }

    /** A browser would not run it: the type is told, and it is told not to guess another, nor to show the file. */
    @Test
    default void aPictureWithAPageBehindItIsGivenBackAsAPicture() {
        String token = SelfkeyWallet.create().walletToken(gatehouse(), CLIENT);
        byte[] page = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
        String id = json(upload(token, "/users/file", form(part("document", "a.html", joined(PNG, page)))))
                .getString("id");
        HttpResponse<byte[]> content = download(token, id);
        assertArrayEquals(joined(PNG, page), content.body());
        assertEquals(List.of("image/png"), content.headers().allValues("Content-Type"));
        assertEquals(List.of("nosniff"), content.headers().allValues("X-Content-Type-Options"));
        assertEquals(
                List.of("attachment; filename*=UTF-8''a.html.png"),
                content.headers().allValues("Content-Disposition"));
    }

    @Test
    default void aPictureOfMoreThanAHundredMegapixelsIsRefused() {
        String token = SelfkeyWallet.create().walletToken(gatehouse(), CLIENT);
        byte[] bomb = PNG.clone();
        bomb[17] = 1;
        bomb[21] = 1;
        HttpResponse<String> answer = upload(token, "/users/file", form(part("document", "a.png", bomb)));
        assertRefused(422, "file_invalid", answer);
        assertEquals(
                "The picture is too large: it may have 100 megapixels",
                json(answer).getString("message"));
    }

    @Test
    default void whoHasNoWalletTokenStoresNothing() {
        byte[] body = form(part("document", "a.png", PNG));
        assertRefused(
                400,
                "token_missing",
                gatehouse()
                        .send(SelfkeyWallet.request(gatehouse(), CLIENT, "/users/file")
                                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                                .POST(BodyPublishers.ofByteArray(body))));
        String elsewhere = SelfkeyWallet.create().walletToken(gatehouse(), "lws");
        String challenge = SelfkeyWallet.jwt(SelfkeyWallet.create().challenge(gatehouse(), CLIENT));
        for (String wrong : List.of(elsewhere, challenge, "x"))
            assertRefused(401, "token_invalid", upload(wrong, "/users/file", body));
    }

    @Test
    default void fiftyMillionBytesAreTakenAndNotOneMore() throws Exception {
        String token = SelfkeyWallet.create().walletToken(gatehouse(), CLIENT);
        HttpResponse<String> whole = upload(token, "/users/file", largeForm(MAX));
        assertEquals(200, whole.statusCode(), whole.body());
        byte[] back = download(token, json(whole).getString("id")).body();
        assertEquals(MAX, back.length);
        assertArrayEquals(digest(large(MAX)), digest(new ByteArrayInputStream(back)));
        BodyPublisher unknown = BodyPublishers.ofInputStream(largeForm(MAX));
        long length = (long) MAX + form(part("document", "large.png", new byte[0])).length;
        HttpResponse<String> announced = upload(token, "/users/file", BodyPublishers.fromPublisher(unknown, length));
        assertEquals(200, announced.statusCode(), announced.body());
        assertRefused(413, "too_large", upload(token, "/users/file", largeForm(MAX + 1)));
        assertRefused(413, "too_large", upload(token, "/users/file", largeForm(MAX + 30_000_000)));
    }

    @Test
    default void aSlowDocumentArrives() throws Exception {
        String token = SelfkeyWallet.create().walletToken(gatehouse(), CLIENT);
        byte[] body = form(part("document", "a.png", PNG));
        try (Socket socket = begin(token, body.length)) {
            for (int i = 0; i < body.length; i += 40) {
                socket.getOutputStream().write(body, i, Math.min(40, body.length - i));
                socket.getOutputStream().flush();
                LockSupport.parkNanos(100_000_000);
            }
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
        }
    }

    /** Room for the largest file is kept for each, and 250 MB are five of those. */
    @Test
    default void of20UploadsAtOnceNotTwoShareTheRoomOfOne() throws Exception {
        String token = SelfkeyWallet.create().walletToken(gatehouse(), CLIENT);
        byte[] body = largeForm(300_000).get().readAllBytes();
        CyclicBarrier allHaveBegun = new CyclicBarrier(20);
        ExecutorService threads = Executors.newFixedThreadPool(20);
        try {
            Map<String, Integer> answers = new TreeMap<>();
            Callable<String> upload = () -> statusOfAnUploadInTwoSteps(token, body, allHaveBegun);
            for (Future<String> answer : threads.invokeAll(Collections.nCopies(20, upload)))
                answers.merge(answer.get(), 1, Integer::sum);
            assertEquals(Map.of("200", 8, "422", 12), answers);
        } finally {
            threads.shutdownNow();
        }
    }

    private String statusOfAnUploadInTwoSteps(String token, byte[] body, CyclicBarrier allHaveBegun) throws Exception {
        try (Socket socket = begin(token, body.length)) {
            socket.getOutputStream().write(body, 0, 200_000);
            socket.getOutputStream().flush();
            socket.setSoTimeout(8_000);
            byte[] line = new byte[0];
            try {
                line = socket.getInputStream().readNBytes(12);
            } catch (SocketTimeoutException e) {
                // It has begun, and waits for the rest.
            }
            allHaveBegun.await();
            if (line.length == 0) {
                socket.setSoTimeout(30_000);
                socket.getOutputStream().write(body, 200_000, body.length - 200_000);
                line = socket.getInputStream().readNBytes(12);
            }
            return new String(line, StandardCharsets.US_ASCII).replace("HTTP/1.1 ", "");
        }
    }

    /** The room that was kept for it is free again. */
    @Test
    default void whoBreaksOffLeavesNothing() throws Exception {
        SelfkeyWallet wallet = SelfkeyWallet.create();
        String token = wallet.walletToken(gatehouse(), CLIENT);
        byte[] begun = largeForm(1_000_000).get().readAllBytes();
        for (int i = 0; i < 12; i++) {
            try (Socket socket = begin(token, MAX)) {
                socket.getOutputStream().write(begun, 0, begun.length - 200);
                socket.getOutputStream().flush();
            }
        }
        // The sweep comes once a minute. There are none at first either, before the server has read what was begun.
        for (int i = 0, calm = 0; i < 900 && calm < 20; i++) {
            calm = files(wallet) == 0 ? calm + 1 : 0;
            LockSupport.parkNanos(100_000_000);
        }
        assertEquals(0, files(wallet));
        HttpResponse<String> after = upload(token, "/users/file", form(part("document", "a.png", PNG)));
        // Where the database lets nobody in, that is seen by the room alone.
        for (int i = 0; i < 900 && after.statusCode() != 200; i++) {
            LockSupport.parkNanos(100_000_000);
            after = upload(token, "/users/file", form(part("document", "a.png", PNG)));
        }
        assertEquals(200, after.statusCode(), after.body());
    }

    /** How many files of this wallet's account there are, begun ones too; none where the database lets nobody in. */
    private static long files(SelfkeyWallet wallet) {
        if (!Database.isPostgresql()) return 0;
        return Database.number("select count(*) from stored_file f join account_wallet w on w.account_id = f.account_id"
                + " where lower(w.wallet) like '%" + wallet.address().toLowerCase(Locale.ROOT) + "'");
    }

    /** As wallets of version 1.0.0-beta sign up, and all those for which a page has switched /users/file off. */
    @Test
    default void aFormBringsAttributesAndTheirDocuments() throws IOException {
        String token = SelfkeyWallet.create().walletToken(gatehouse(), CLIENT);
        byte[] attributes = field(
                "attributes",
                "[" + attribute("first-name", "first-name", "\"Ada\"") + ","
                        + attribute("last-name", "last-name", "\"L\"")
                        + "," + attribute("mail", "email", "\"ada@example.org\"") + ","
                        + attribute(
                                "pass",
                                "passport",
                                "{\"image\":\"$document-1\",\"issued\":\"2020-01-01\",\"expires\":\"2040-01-01\","
                                        + "\"selfie\":{\"image\":{\"content\":\"$document-2\"}}}")
                        + "]");
        byte[] first = part("$document-1", "pass.png", PNG);
        byte[] second = part("$document-2", "selfie.png", PNG);
        byte[] meta = field("meta", "{}");
        for (String path : List.of("/users", "/lws_users", "/users/")) {
            HttpResponse<String> answer = upload(token, path, form(first, second, attributes, meta));
            assertEquals(201, answer.statusCode(), answer.body());
            assertEquals("", answer.body());
        }
        byte[] large = part("$document-1", "pass.png", large(12_000_000).readAllBytes());
        HttpResponse<String> answer = upload(token, "/users", form(large, second, attributes, meta));
        assertEquals(201, answer.statusCode(), answer.body());
        assertRefused(422, "bad_request", upload(token, "/users", form(first, attributes)));
        assertRefused(422, "bad_request", upload(token, "/users", form(first, field("attributes", "[]"))));
        assertRefused(422, "bad_request", upload(token, "/users", form(first, field("attributes", "{}"))));
        assertRefused(422, "bad_request", upload(token, "/users", form(first)));
        byte[] script = part("$document-2", "selfie.png", "#!/bin/sh".getBytes(StandardCharsets.UTF_8));
        assertRefused(422, "file_invalid", upload(token, "/users", form(first, script, attributes)));
        assertRefused(400, "bad_request", upload(token, "/users", joined(first, attributes)));
    }

    private static String attribute(String id, String name, String data) {
        return "{\"id\":\"" + id + "\",\"schemaId\":\"http://platform.selfkey.org/schema/attribute/" + name
                + ".json\",\"data\":" + data + ",\"documents\":[1,2]}";
    }

    private static byte[] field(String name, String content) {
        String part = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name
                + "\"\r\nContent-Type: application/json\r\n\r\n" + content + "\r\n";
        return part.getBytes(StandardCharsets.UTF_8);
    }

    private Socket begin(String token, int length) throws IOException {
        URI url = URI.create(gatehouse().url());
        Socket socket = new Socket(url.getHost(), url.getPort());
        socket.setSoTimeout(30_000);
        String head = "POST " + url.getPath() + "/selfkey/" + CLIENT + "/users/file HTTP/1.1\r\nHost: "
                + url.getAuthority()
                + "\r\nAuthorization: Bearer " + token + "\r\nContent-Type: multipart/form-data; boundary=" + BOUNDARY
                + "\r\nContent-Length: " + length + "\r\nConnection: close\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private HttpResponse<String> get(String token, String path) {
        return gatehouse().send(request(token, path).GET());
    }

    private HttpResponse<byte[]> download(String token, String id) {
        return gatehouse()
                .sendForBytes(request(token, "/users/files/" + id + "/content").GET());
    }

    private HttpRequest.Builder request(String token, String path) {
        return SelfkeyWallet.request(gatehouse(), CLIENT, path).header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> upload(String token, String path, byte[] body) {
        return upload(token, path, BodyPublishers.ofByteArray(body));
    }

    private HttpResponse<String> upload(String token, String path, Supplier<InputStream> body) {
        return upload(token, path, BodyPublishers.ofInputStream(body));
    }

    private HttpResponse<String> upload(String token, String path, BodyPublisher body) {
        return gatehouse()
                .send(request(token, path)
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(body));
    }

    private static void assertRefused(int status, String code, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        assertEquals(code, json(answer).getString("code"));
        assertFalse(json(answer).getString("message").isEmpty());
    }

    /** A part as the wallet's HTTP library writes it. */
    private static byte[] part(String name, String file, byte[] content) {
        String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + file
                + "\"\r\nContent-Type: image/png\r\n\r\n";
        return joined(head.getBytes(StandardCharsets.UTF_8), content, "\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] form(byte[]... parts) {
        return joined(joined(parts), ("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] joined(byte[]... pieces) {
        return Arrays.concatenate(pieces);
    }

    /** A form with a file so long, which is nowhere in memory. */
    private static Supplier<InputStream> largeForm(int length) {
        byte[] part = part("document", "large.png", new byte[0]);
        int head = part.length - 2;
        return () -> new SequenceInputStream(Collections.enumeration(List.of(
                new ByteArrayInputStream(part, 0, head),
                large(length),
                new ByteArrayInputStream(joined("\r\n".getBytes(StandardCharsets.UTF_8), form())))));
    }

    private static InputStream large(int length) {
        List<InputStream> pieces = new ArrayList<>(List.of(new ByteArrayInputStream(PNG)));
        byte[] piece = new byte[100_000];
        for (int i = 0; i < piece.length; i++) piece[i] = (byte) (i * i);
        for (int rest = length - PNG.length; rest > 0; rest -= piece.length)
            pieces.add(new ByteArrayInputStream(piece, 0, Math.min(rest, piece.length)));
        return new SequenceInputStream(Collections.enumeration(pieces));
    }

    private static byte[] digest(InputStream content) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        content.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        return digest.digest();
    }
}
