package org.gatehouse.it;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

/** A form with one large picture, which is nowhere whole in memory. */
final class LargeForm {
    static final String TYPE = "multipart/form-data; boundary=xyz";

    private static final byte[] PNG =
            HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489");
    private static final int PIECE = 100_000;

    private LargeForm() {}

    /** How it begins, picture and all. */
    static byte[] head() {
        byte[] head = ascii("--xyz\r\nContent-Disposition: form-data; name=\"document\"; filename=\"a.png\"\r\n\r\n");
        return org.bouncycastle.util.Arrays.concatenate(head, PNG);
    }

    /** The form with a picture of so many bytes. */
    static InputStream of(int bytes) {
        List<InputStream> pieces = new ArrayList<>(List.of(new ByteArrayInputStream(head())));
        byte[] piece = new byte[PIECE];
        for (int i = 0; i < piece.length; i++) piece[i] = (byte) (i * i);
        for (int rest = bytes - PNG.length; rest > 0; rest -= PIECE)
            pieces.add(new ByteArrayInputStream(piece, 0, Math.min(rest, PIECE)));
        pieces.add(new ByteArrayInputStream(ascii("\r\n--xyz--\r\n")));
        return new SequenceInputStream(Collections.enumeration(pieces));
    }

    /** The status that it gets at a client, with this wallet token. */
    static int upload(GatehouseSystem gatehouse, String client, String token, int bytes) {
        HttpRequest.Builder request = SelfkeyWallet.request(gatehouse, client, "/files")
                .timeout(Duration.ofMinutes(10))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", TYPE)
                .POST(BodyPublishers.ofInputStream(() -> of(bytes)));
        return gatehouse.send(request).statusCode();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
