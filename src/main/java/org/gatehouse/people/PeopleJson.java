package org.gatehouse.people;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.Response;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.gatehouse.account.AccountRecord;
import org.gatehouse.account.PersonalData.Kept;
import org.gatehouse.database.Conflict;
import org.gatehouse.http.Json;
import org.gatehouse.http.JsonAnswer;
import org.gatehouse.problem.Problem;
import org.gatehouse.session.SessionUse;
import org.gatehouse.wallet.AccountId;
import org.jspecify.annotations.Nullable;

/** What this room answers. Times are ISO 8601 in UTC. */
final class PeopleJson {
    private PeopleJson() {}

    static Response ok(JsonObjectBuilder body) {
        return JsonAnswer.ok(body.build());
    }

    /**
     * 204, or the problem that there is.
     *
     * @param work a transaction of its own; done once more if it lost against another
     */
    static Response done(Supplier<Optional<Problem>> work) {
        return Conflict.again(work).map(Problem::response).orElseGet(() -> Response.noContent()
                .build());
    }

    /**
     * What came of an erasure.
     *
     * @param confirm the parameter, which must be {@code erase}, so that nobody erases anything by a call that was meant otherwise. It is none in the body,
     *     as the body of a DELETE means nothing (RFC 9110 section 9.3.5), and Payara hands none over
     * @param work as in {@link #done}
     */
    static Response erased(@Nullable String confirm, Supplier<Erasure.Erased> work) {
        if (!"erase".equals(confirm)) return Problem.BAD_REQUEST.response("The parameter confirm must be erase.");
        Erasure.Erased erased = Conflict.again(work);
        return erased.refused()
                .map(Problem::response)
                .orElseGet(() -> ok(Json.object().add("kept", kept(erased.kept()))));
    }

    private static JsonArrayBuilder kept(List<Kept> kept) {
        JsonArrayBuilder array = Json.array();
        kept.forEach(each -> array.add(Json.object()
                .add("client_id", each.client())
                .add("application", each.application())
                .add("template", each.template())
                .add("until", each.until().toString())));
        return array;
    }

    static JsonArrayBuilder texts(Collection<String> texts) {
        JsonArrayBuilder array = Json.array();
        new TreeSet<>(texts).forEach(array::add);
        return array;
    }

    static JsonArrayBuilder wallets(List<AccountId> wallets) {
        JsonArrayBuilder array = Json.array();
        wallets.forEach(wallet -> array.add(wallet.toString()));
        return array;
    }

    static JsonArrayBuilder applications(List<Application> applications) {
        JsonArrayBuilder array = Json.array();
        for (Application application : applications) {
            JsonObjectBuilder object = Json.object()
                    .add("client_id", application.client())
                    .add("name", application.name())
                    .add("scope", texts(application.scope()))
                    .add("since", application.since().toString());
            application.signedUp().ifPresent(signedUp -> object.add(
                            "signed_up_at", signedUp.at().toString())
                    .add("shared", texts(signedUp.shared())));
            array.add(object);
        }
        return array;
    }

    /**
     * A person's own sessions.
     *
     * @param current the id of the session that the caller calls with; empty where there is none
     */
    static JsonArrayBuilder ownSessions(List<SessionUse> sessions, Optional<String> current) {
        JsonArrayBuilder array = Json.array();
        for (SessionUse use : sessions) {
            JsonObjectBuilder object = session(use, current);
            use.network().ifPresent(network -> object.add("network", network));
            array.add(object);
        }
        return array;
    }

    /** The sessions of somebody else: where they began is not told. */
    private static JsonArrayBuilder sessions(List<SessionUse> sessions) {
        JsonArrayBuilder array = Json.array();
        sessions.forEach(use -> array.add(session(use, Optional.empty())));
        return array;
    }

    private static JsonObjectBuilder session(SessionUse use, Optional<String> current) {
        return Json.object()
                .add("id", use.session().id())
                .add("wallet", use.session().wallet().toString())
                .add("authenticated_at", use.session().authenticatedAt().toString())
                .add("last_used_at", use.lastUsedAt().toString())
                .add("expires_at", use.session().expiresAt().toString())
                .add("user_agent", use.userAgent())
                .add("current", current.filter(use.session().id()::equals).isPresent());
    }

    static JsonObjectBuilder account(AccountRecord account, List<SessionUse> sessions) {
        JsonObjectBuilder object = Json.object()
                .add("id", account.id())
                .add("created_at", account.createdAt().toString())
                .add("roles", texts(account.roles()))
                .add("wallets", wallets(account.wallets()))
                .add("sessions", sessions(sessions));
        account.blockedAt().ifPresent(since -> object.add("blocked_at", since.toString()));
        return object;
    }
}
