package org.gatehouse.it;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;

/** SelfKey's own library in the server of a relying party; {@code src/test/selfkey-node-lib} says how it is spoken with. */
final class KycLibrary implements AutoCloseable {
    private static final NpmFolder FOLDER = new NpmFolder("selfkey-node-lib");

    private final NodeScript script;

    private KycLibrary(NodeScript script) {
        this.script = script;
    }

    /** The library with the address and the key of this server. */
    static KycLibrary start(KycChain server) {
        return start(server.options());
    }

    /** The library with these options. */
    static KycLibrary start(JsonObject options) {
        NodeScript script = NodeScript.start(FOLDER, "library.mjs");
        script.say(options.toString());
        return new KycLibrary(script);
    }

    /** What a call gives; an {@link AssertionError} where the library throws. */
    JsonValue call(String name, JsonValue... arguments) {
        JsonObject answer = answer(name, arguments);
        if (answer.containsKey("error")) throw new AssertionError(name + ": " + answer);
        return answer.getOrDefault("value", JsonValue.NULL);
    }

    /** The status that the library throws; 0 where it has none. */
    int refusal(String name, JsonValue... arguments) {
        JsonObject answer = answer(name, arguments);
        if (!answer.containsKey("error")) throw new AssertionError(name + " succeeds: " + answer);
        return answer.getInt("status");
    }

    private JsonObject answer(String name, JsonValue... arguments) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        for (JsonValue argument : arguments) all.add(argument);
        script.say(Json.createObjectBuilder()
                .add("call", name)
                .add("args", all)
                .build()
                .toString());
        return Json.createReader(new StringReader(script.hear("ANSWER "))).readObject();
    }

    @Override
    public void close() {
        script.close();
    }
}
