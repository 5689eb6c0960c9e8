package org.gatehouse.idena.node;

import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Optional;
import java.util.OptionalLong;
import org.gatehouse.http.Json;
import org.gatehouse.remote.Deadline;
import org.gatehouse.remote.JsonHttp;
import org.gatehouse.remote.NoAnswer;
import org.gatehouse.wallet.Address;

/**
 * A node's JSON-RPC (idena-go, {@code api/dna_api.go}). The key is a member of the body. {@code dna_identity} without an address
 * answers about the node itself, so it is only ever called with an {@link Address}, which cannot be empty.
 */
final class NodeClient implements IdentitySource {
    private static final int INVALID_KEY = -32800;

    private final JsonHttp http;
    private final URI url;
    private final Optional<String> key;

    NodeClient(JsonHttp http, URI url, Optional<String> key) {
        this.http = http;
        this.url = url;
        this.key = key;
    }

    @Override
    public Identity identity(Address address, Deadline deadline) {
        Answer identity =
                call("dna_identity", Optional.of(address.lowerCase()), deadline).about(address);
        return new Identity(identity.state(), identity.count("age"), identity.decimal("stake"));
    }

    @Override
    public Epoch epoch(Deadline deadline) {
        Answer epoch = call("dna_epoch", Optional.empty(), deadline);
        OptionalLong number = epoch.count("epoch");
        // A period that we do not know may be part of a ceremony as well.
        boolean ceremony = epoch.text("currentPeriod").filter("None"::equals).isEmpty();
        return new Epoch(
                number.orElseThrow(() -> NoAnswer.lasting("names no epoch")),
                epoch.time("nextValidation").orElseThrow(() -> NoAnswer.lasting("names no time of validation")),
                ceremony);
    }

    private Answer call(String method, Optional<String> param, Deadline deadline) {
        var params = Json.array();
        param.ifPresent(params::add);
        JsonObjectBuilder body = Json.object()
                .add("jsonrpc", "2.0")
                .add("id", 1)
                .add("method", method)
                .add("params", params);
        key.ifPresent(secret -> body.add("key", secret));
        HttpRequest request = HttpRequest.newBuilder(url)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.build().toString()))
                .build();
        return result(new Answer(http.send(request, deadline)));
    }

    private static Answer result(Answer answer) {
        if (answer.has("error")) throw refused(answer.object("error").map(error -> error.integer("code")));
        return answer.object("result").orElseThrow(() -> NoAnswer.lasting("answers without a result"));
    }

    private static NoAnswer refused(Optional<OptionalLong> code) {
        boolean key = code.equals(Optional.of(OptionalLong.of(INVALID_KEY)));
        return NoAnswer.lasting(
                key ? "refuses the key of " + NodeSettings.NODE_KEY : "answers with an error of JSON-RPC");
    }
}
