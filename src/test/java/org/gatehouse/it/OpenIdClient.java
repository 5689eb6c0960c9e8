package org.gatehouse.it;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.function.UnaryOperator;

/** {@code openid-client}, a certified relying party for Node.js: {@code src/test/openid-client} says what it does here. */
final class OpenIdClient {
    /** The key of the client that signs its assertions. */
    static final ECKey KEY = key();

    private static final NpmFolder FOLDER = new NpmFolder("openid-client");

    private OpenIdClient() {}

    /**
     * Signs someone in and does everything else.
     *
     * @param given which client it is, as the script reads it
     * @param browser takes the address where the browser is to go, gives the one where it came back to
     * @return what was seen
     */
    static JsonObject signIn(JsonObject given, UnaryOperator<String> browser) {
        try {
            FOLDER.install();
            Process node = FOLDER.start("node", "sign-in.mjs");
            try (Writer in = node.outputWriter();
                    BufferedReader out = node.inputReader()) {
                say(in, given.toString());
                say(in, browser.apply(read(out, "GO ")));
                String seen = read(out, "SEEN ");
                return Json.createReader(new StringReader(seen)).readObject();
            } finally {
                node.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void say(Writer in, String line) throws IOException {
        in.write(line + "\n");
        in.flush();
    }

    /** The next line of this kind; where there is none, everything that the script said is its complaint. */
    private static String read(BufferedReader out, String kind) throws IOException {
        StringBuilder said = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(kind)) return line.substring(kind.length());
            said.append(line).append('\n');
        }
        throw new AssertionError("openid-client: " + said);
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("openid-client").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
