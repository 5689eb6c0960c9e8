package org.gatehouse.it;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
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
        try (NodeScript script = NodeScript.start(FOLDER, "sign-in.mjs")) {
            script.say(given.toString());
            script.say(browser.apply(script.hear("GO ")));
            return Json.createReader(new StringReader(script.hear("SEEN "))).readObject();
        }
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("openid-client").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
