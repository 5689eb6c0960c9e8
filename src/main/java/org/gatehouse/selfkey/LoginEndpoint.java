package org.gatehouse.selfkey;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.gatehouse.account.Accounts;
import org.gatehouse.client.Client;
import org.gatehouse.database.Conflict;
import org.gatehouse.http.Cookies;
import org.gatehouse.http.Json;
import org.gatehouse.http.JsonAnswer;
import org.gatehouse.http.PublicUrl;
import org.gatehouse.session.Attempt;
import org.gatehouse.session.AttemptState;
import org.gatehouse.session.Attempts;
import org.gatehouse.session.SessionCookies;
import org.gatehouse.vault.Randomness;
import org.gatehouse.vault.Secret;

/**
 * Turns a user token into a way to a session. A sign-in page of ours that waits, in the browser that began it, is answered with the way back to it. Every
 * other page gets an address of ours, which makes the session in the browser that opens it first.
 */
@Dependent
class LoginEndpoint {
    /** How long ago the wallet may have signed. */
    private static final Duration FRESH = Duration.ofMinutes(10);

    private static final String INVALID = "Invalid token";
    private static final String TOO_OLD = "The wallet signed too long ago. Log in again.";

    private final PublicUrl publicUrl;
    private final Clock clock;
    private final Randomness randomness;
    private final Cookies cookies;
    private final Origins origins;
    private final Accounts accounts;
    private final Attempts attempts;
    private final UserTokens tokens;
    private final Logins logins;

    @Inject
    LoginEndpoint(
            PublicUrl publicUrl,
            Clock clock,
            Randomness randomness,
            Cookies cookies,
            Origins origins,
            Accounts accounts,
            Attempts attempts,
            UserTokens tokens,
            Logins logins) {
        this.publicUrl = publicUrl;
        this.clock = clock;
        this.randomness = randomness;
        this.cookies = cookies;
        this.origins = origins;
        this.accounts = accounts;
        this.attempts = attempts;
        this.tokens = tokens;
        this.logins = logins;
    }

    /** Answers a page that may call. */
    Response login(RootEndpoint root, HttpServletRequest request, InputStream body) {
        Payload payload = read(body);
        if (payload.refusal().isPresent()) return refuse(payload.refusal().get(), payload.text());
        Optional<UserToken> token = tokens.check(root.client(), payload.text());
        if (token.isEmpty()) return refuse(Refusal.TOKEN_INVALID, INVALID);
        if (!accounts.open(token.get().account())) return refuse(Refusal.FORBIDDEN, "This account is blocked");
        return waiting(request)
                .map(attempt -> back(attempt, root.client(), token.get()))
                .orElseGet(() -> address(root.client(), token.get()));
    }

    /** The answer to a page whose login is refused: it goes on to our sign-in page, which says that it did not work. */
    Response refuse(Refusal refusal, String said) {
        return refusal.response(said, publicUrl.at("/signin?note=selfkey"));
    }

    private static Payload read(InputStream body) {
        try {
            byte[] bytes = body.readNBytes(Json.MAX_BYTES + 1);
            return bytes.length > Json.MAX_BYTES
                    ? Payload.refused(Refusal.TOO_LARGE, "The request is too large")
                    : Payload.read(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The attempt of this browser that waits for a wallet, where a page of ours calls: on others' behalf a browser's cookie says nothing. */
    private Optional<Attempt> waiting(HttpServletRequest request) {
        if (!publicUrl.sameOrigin("POST", request::getHeader)) return Optional.empty();
        return cookies.read(request, SessionCookies.ATTEMPT)
                .flatMap(attempts::find)
                .filter(attempt -> attempt.state() == AttemptState.PENDING);
    }

    private Response back(Attempt attempt, Client client, UserToken token) {
        // Who runs another site must not finish a sign-in here with what a wallet gave to that site.
        if (token.origin().filter(page -> !origins.own(page)).isPresent())
            return refuse(Refusal.TOKEN_INVALID, INVALID);
        // JWTs tell time in whole seconds, rounded down.
        if (token.signedAt().isBefore(attempt.begunAt().truncatedTo(ChronoUnit.SECONDS))) {
            return refuse(Refusal.TOKEN_INVALID, TOO_OLD);
        }
        boolean proven = Conflict.again(() -> logins.prove(attempt, client.id(), token));
        return proven ? goOn("/signin/return/" + attempt.id()) : refuse(Refusal.TOKEN_INVALID, INVALID);
    }

    private Response address(Client client, UserToken token) {
        if (token.signedAt().isBefore(clock.instant().minus(FRESH))) return refuse(Refusal.TOKEN_INVALID, TOO_OLD);
        Secret address = randomness.secret();
        boolean leads = Conflict.again(() -> logins.lead(address, client.id(), token));
        return leads ? goOn("/signin/selfkey/" + address.text()) : refuse(Refusal.TOKEN_INVALID, INVALID);
    }

    private Response goOn(String path) {
        return JsonAnswer.ok(Json.object().add("redirectTo", publicUrl.at(path)).build());
    }
}
