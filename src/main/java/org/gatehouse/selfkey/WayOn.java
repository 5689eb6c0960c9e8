package org.gatehouse.selfkey;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.gatehouse.account.Accounts;
import org.gatehouse.client.Client;
import org.gatehouse.client.Clients;
import org.gatehouse.database.Conflict;
import org.gatehouse.endpoint.Refusal;
import org.gatehouse.http.Cookies;
import org.gatehouse.http.PublicUrl;
import org.gatehouse.session.Attempt;
import org.gatehouse.session.AttemptPurpose;
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
class WayOn {
    /** How long ago the wallet may have signed. */
    static final Duration FRESH = Duration.ofMinutes(10);

    private static final LoginStep INVALID = LoginStep.refused(Refusal.TOKEN_INVALID);
    private static final LoginStep TOO_OLD =
            LoginStep.refused(Refusal.TOKEN_INVALID, "The wallet signed too long ago. Log in again.");
    private static final LoginStep OVER =
            LoginStep.refused(Refusal.TOKEN_INVALID, "This sign-in is over. Begin again.");
    private static final LoginStep NOT_OURS =
            LoginStep.refused(Refusal.TOKEN_INVALID, "The wallet gave this to another page");
    private static final LoginStep NOT_SIGNED_UP = LoginStep.refused(Refusal.USER_DOES_NOT_EXIST);
    private static final LoginStep BLOCKED = LoginStep.refused(Refusal.FORBIDDEN, "This account is blocked");

    private final PublicUrl publicUrl;
    private final Clock clock;
    private final Randomness randomness;
    private final Cookies cookies;
    private final Accounts accounts;
    private final Attempts attempts;
    private final SignUps signUps;
    private final UserTokens tokens;
    private final Logins logins;

    @Inject
    WayOn(
            PublicUrl publicUrl,
            Clock clock,
            Randomness randomness,
            Cookies cookies,
            Accounts accounts,
            Attempts attempts,
            SignUps signUps,
            UserTokens tokens,
            Logins logins) {
        this.publicUrl = publicUrl;
        this.clock = clock;
        this.randomness = randomness;
        this.cookies = cookies;
        this.accounts = accounts;
        this.attempts = attempts;
        this.signUps = signUps;
        this.tokens = tokens;
        this.logins = logins;
    }

    /**
     * Takes a token that a page hands in.
     *
     * @param jwt what it sent
     * @return the path to go on to, below the public URL
     */
    LoginStep take(Client client, String jwt, HttpServletRequest request) {
        Optional<UserToken> token = tokens.check(client, jwt);
        if (token.isEmpty()) return INVALID;
        if (accounts.find(token.get().wallet())
                .filter(account -> !accounts.open(account))
                .isPresent()) return BLOCKED;
        // Who has only applied here (KYC) has a token as well.
        if (!signUps.signedUp(client, token.get().wallet())) return NOT_SIGNED_UP;
        // On others' behalf a browser's cookie says nothing.
        if (!publicUrl.sameOrigin("POST", request::getHeader)) return address(client, token.get());
        return waiting(request)
                .map(attempt -> back(attempt, client, token.get()))
                .orElseGet(() -> sharesOurOrigin(client) ? address(client, token.get()) : OVER);
    }

    /** The attempt of this browser that waits for a wallet. */
    private Optional<Attempt> waiting(HttpServletRequest request) {
        return cookies.read(request, SessionCookies.ATTEMPT)
                .flatMap(attempts::find)
                .filter(attempt -> attempt.state() == AttemptState.PENDING);
    }

    /** Whether the application has pages with the button beside ours, at another path. */
    private boolean sharesOurOrigin(Client client) {
        return !client.id().equals(Clients.OWN)
                && client.selfkey()
                        .filter(profile -> profile.origins().contains(publicUrl.origin()))
                        .isPresent();
    }

    private LoginStep back(Attempt attempt, Client client, UserToken token) {
        if (!finishes(attempt, client, token)) return NOT_OURS;
        // JWTs tell time in whole seconds, rounded down.
        if (token.signedAt().isBefore(attempt.begunAt().truncatedTo(ChronoUnit.SECONDS))) return TOO_OLD;
        boolean proven = Conflict.again(() -> logins.prove(attempt, client.id(), token));
        return proven ? LoginStep.of("/signin/return/" + attempt.id()) : OVER;
    }

    /**
     * Who runs another site must not finish a sign-in here with what a wallet gave to that site. The client's own server may have its visitors' wallet tokens, and
     * name any page or none when it fetches user tokens with them: what changes an account takes one of our own root endpoint, for a page of ours.
     */
    private boolean finishes(Attempt attempt, Client client, UserToken token) {
        boolean ours = token.origin().filter(publicUrl.origin()::equals).isPresent();
        if (attempt.purpose() == AttemptPurpose.SIGN_IN)
            return ours || token.origin().isEmpty();
        return ours && client.id().equals(Clients.OWN);
    }

    private LoginStep address(Client client, UserToken token) {
        if (token.signedAt().isBefore(clock.instant().minus(FRESH))) return TOO_OLD;
        Secret address = randomness.secret();
        boolean leads = Conflict.again(() -> logins.lead(address, client.id(), token));
        return leads ? LoginStep.of("/signin/selfkey/" + address.text()) : INVALID;
    }
}
