package org.gatehouse.it;

import static org.gatehouse.it.GatehouseSystem.json;

import jakarta.json.Json;
import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.util.Arrays;

/** A SelfKey wallet: a key that signs as the real one does, and the calls that it makes, with its headers. */
public final class SelfkeyWallet {
    /** What the wallet calls itself. */
    static final String USER_AGENT = "SelfKeyIDW/2.1.3";

    private static final int V = 64;
    private static final int ETHEREUM_OFFSET = 27;

    private final FakeWallet key;

    private SelfkeyWallet(FakeWallet key) {
        this.key = key;
    }

    /** A wallet with a new key. */
    public static SelfkeyWallet create() {
        return of(FakeWallet.create());
    }

    /** A wallet with this key. */
    static SelfkeyWallet of(FakeWallet key) {
        return new SelfkeyWallet(key);
    }

    /** 0x and 40 lower-case hex digits. */
    public String address() {
        return key.address();
    }

    /** What wallets since 1.7.4 name themselves with. */
    public String did() {
        return "did:eth:" + address();
    }

    /** What wallets before 1.4.4 name themselves with: 0x, x and y. */
    public String publicKey() {
        return hex(key.publicKey());
    }

    /** Signs as a key in the wallet does: personal_sign, v 27 or 28. */
    public String sign(String text) {
        return hex(forEthereum(signature(text)));
    }

    /** Signs as a Ledger does: v 0 or 1. */
    public String signLedger(String text) {
        return hex(signature(text));
    }

    /** The same signature's twin with a high s. */
    public String signHigh(String text) {
        return hex(forEthereum(FakeWallet.twin(signature(text))));
    }

    /** Asks for a challenge under this wallet's DID. */
    HttpResponse<String> challenge(GatehouseSystem gatehouse, String client) {
        return get(gatehouse, client, "/auth/challenge/" + did());
    }

    /** Answers a challenge in the form of wallets with a DID. */
    HttpResponse<String> reply(GatehouseSystem gatehouse, String client, String challengeToken) {
        String signature = GatehouseSystem.object("value", sign(text(challengeToken)), "keyId", did() + "#keys-1");
        return reply(gatehouse, client, challengeToken, "{\"signature\":" + signature + "}");
    }

    /** Sends this body as the answer to a challenge. */
    static HttpResponse<String> reply(GatehouseSystem gatehouse, String client, String challengeToken, String body) {
        return gatehouse.send(request(gatehouse, client, "/auth/challenge")
                .header("Authorization", "Bearer " + challengeToken)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    /** A wallet token for the root endpoint of this client: a challenge and its answer. */
    String walletToken(GatehouseSystem gatehouse, String client) {
        return jwt(reply(gatehouse, client, jwt(challenge(gatehouse, client))));
    }

    /** A request as the wallet begins it, without a page that asked for it. */
    static HttpRequest.Builder request(GatehouseSystem gatehouse, String client, String path) {
        return gatehouse
                .request("/selfkey/" + client + path)
                .header("User-Agent", USER_AGENT)
                .header("Origin", "IDW")
                .header("Accept", "application/json");
    }

    static HttpResponse<String> get(GatehouseSystem gatehouse, String client, String path) {
        return gatehouse.send(request(gatehouse, client, path).GET());
    }

    /** The token in an answer. */
    static String jwt(HttpResponse<String> answer) {
        if (answer.statusCode() != 200) throw new AssertionError(answer.statusCode() + " " + answer.body());
        return json(answer).getString("jwt");
    }

    /** The text to sign, found as the wallet finds it. */
    static String text(String challengeToken) {
        byte[] claims = Base64.getUrlDecoder().decode(challengeToken.split("\\.", -1)[1]);
        var payload = Json.createReader(new StringReader(new String(claims, StandardCharsets.UTF_8)))
                .readObject();
        return payload.containsKey("challenge") ? payload.getString("challenge") : payload.getString("nonce");
    }

    private byte[] signature(String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        byte[] head = ("\u0019Ethereum Signed Message:\n" + body.length).getBytes(StandardCharsets.UTF_8);
        return key.signature(FakeWallet.keccak(Arrays.concatenate(head, body)));
    }

    private static byte[] forEthereum(byte[] signature) {
        signature[V] = (byte) (signature[V] + ETHEREUM_OFFSET);
        return signature;
    }

    private static String hex(byte[] bytes) {
        return "0x" + HexFormat.of().formatHex(bytes);
    }
}
