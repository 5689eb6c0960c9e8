package org.gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Documents that never end, and more at once than are written at once. */
interface LwsLargeFilesTopic extends Topic {
    String AT = "members";
    int ONE_MORE_THAN_TWICE_THE_GATE = 9;
    long MORE_THAN_A_FILE = 60_000_000;

    @Test
    default void anUploadWithoutEndIsCutOff() throws Exception {
        String token = SelfkeyWallet.create().walletToken(gatehouse(), AT);
        String answer = "";
        try (Socket socket = endless(token)) {
            OutputStream body = socket.getOutputStream();
            byte[] piece = chunk(new byte[100_000]);
            for (long sent = 0; sent < MORE_THAN_A_FILE; sent += piece.length) body.write(piece);
            answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            // It was cut off before it was answered.
            answer = "HTTP/1.1 413";
        }
        assertEquals("HTTP/1.1 413", answer, "what does not end is answered before its end");
        assertEquals(200, LargeForm.upload(gatehouse(), AT, token, 1_000));
    }

    @Test
    default void moreDocumentsAtOnceThanAreWrittenAtOnceAllArrive() {
        List<Callable<String>> uploads = new ArrayList<>();
        for (int i = 0; i < ONE_MORE_THAN_TWICE_THE_GATE; i++) {
            String token = SelfkeyWallet.create().walletToken(gatehouse(), AT);
            uploads.add(() -> String.valueOf(LargeForm.upload(gatehouse(), AT, token, 5_000_000)));
        }
        assertEquals(Collections.nCopies(ONE_MORE_THAN_TWICE_THE_GATE, "200"), AtOnce.all(uploads));
    }

    private Socket endless(String token) throws IOException {
        URI url = URI.create(gatehouse().url());
        Socket socket = new Socket(url.getHost(), url.getPort());
        String head = "POST " + url.getPath() + "/selfkey/" + AT + "/files HTTP/1.1\r\nHost: " + url.getAuthority()
                + "\r\nAuthorization: Bearer " + token + "\r\nUser-Agent: " + SelfkeyWallet.USER_AGENT
                + "\r\nOrigin: IDW\r\nContent-Type: " + LargeForm.TYPE + "\r\nTransfer-Encoding: chunked\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(chunk(LargeForm.head()));
        return socket;
    }

    private static byte[] chunk(byte[] content) {
        byte[] head = (Integer.toHexString(content.length) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        return org.bouncycastle.util.Arrays.concatenate(head, content, new byte[] {'\r', '\n'});
    }
}
