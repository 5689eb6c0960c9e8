package org.gatehouse.idena.node;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.gatehouse.remote.Deadline;
import org.gatehouse.remote.JsonHttp;
import org.gatehouse.remote.NoAnswer;
import org.gatehouse.wallet.Address;

/** The public API (idena-indexer-api). It says of an address that it never saw, with status 200, "no data found". */
final class ApiClient implements IdentitySource {
    private static final String NEVER_SEEN = "no data found";

    private final JsonHttp http;
    private final URI url;

    /** @param url the base, without a slash at its end */
    ApiClient(JsonHttp http, URI url) {
        this.http = http;
        this.url = url;
    }

    @Override
    public Identity identity(Address address, Deadline deadline) {
        String person = "/Identity/" + address.lowerCase();
        Answer answer = answer(get(person), deadline);
        if (neverSeen(answer)) return Identity.undefined();
        IdenaState state = result(answer).about(address).state();
        // Only now, and both at once: an outage then costs one call and not three, and the page waits for two round
        // trips and not three.
        CompletableFuture<HttpResponse<byte[]>> age = get(person + "/Age");
        CompletableFuture<HttpResponse<byte[]>> stake = get("/Address/" + address.lowerCase());
        return new Identity(
                state,
                bestEffort(() -> answer(age, deadline).count("result"), OptionalLong.empty()),
                bestEffort(() -> result(answer(stake, deadline)).about(address).decimal("stake"), Optional.empty()));
    }

    @Override
    public Epoch epoch(Deadline deadline) {
        Answer epoch = result(answer(get("/Epoch/Last"), deadline));
        return new Epoch(
                epoch.count("epoch").orElseThrow(() -> NoAnswer.lasting("names no epoch")),
                epoch.time("validationTime").orElseThrow(() -> NoAnswer.lasting("names no time of validation")),
                false);
    }

    private CompletableFuture<HttpResponse<byte[]>> get(String path) {
        return http.begin(HttpRequest.newBuilder(URI.create(url + path))
                .header("Accept", "application/json")
                .build());
    }

    private Answer answer(CompletableFuture<HttpResponse<byte[]>> call, Deadline deadline) {
        return new Answer(http.await(call, deadline));
    }

    private static boolean neverSeen(Answer answer) {
        return answer.object("error")
                .flatMap(error -> error.text("message"))
                .filter(NEVER_SEEN::equals)
                .isPresent();
    }

    private static Answer result(Answer answer) {
        return answer.object("result").orElseThrow(() -> NoAnswer.lasting("answers without a result"));
    }

    private static <T> T bestEffort(Supplier<T> call, T otherwise) {
        try {
            return call.get();
        } catch (NoAnswer e) {
            return otherwise;
        }
    }
}
