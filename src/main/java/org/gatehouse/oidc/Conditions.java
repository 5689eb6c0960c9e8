package org.gatehouse.oidc;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.openid.connect.sdk.OIDCError;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.gatehouse.account.Accounts;
import org.gatehouse.account.Standing;
import org.gatehouse.client.Admission;
import org.gatehouse.client.Clients;
import org.gatehouse.grant.Consents;
import org.gatehouse.session.Session;
import org.gatehouse.token.TokenChecker;
import org.gatehouse.token.TokenType;
import org.gatehouse.wallet.AccountId;

/** What has to be so before a code is given: the person is authenticated as the request asks, may enter, and was asked where that has to be. */
@Dependent
class Conditions {
    /** How long a signature of a wallet counts as fresh. */
    static final Duration FRESH = Duration.ofMinutes(5);
    /** How long a person may take from the wallet back to the application. */
    private static final Duration WAY_BACK = Duration.ofMinutes(1);

    private final Clock clock;
    private final Accounts accounts;
    private final Consents consents;
    private final TokenChecker checker;

    @Inject
    Conditions(Clock clock, Accounts accounts, Consents consents, TokenChecker checker) {
        this.clock = clock;
        this.accounts = accounts;
        this.consents = consents;
        this.checker = checker;
    }

    /** Whether the one who is signed in is whom the request wants, and has signed in as lately as it wants. */
    boolean authenticated(Progress progress) {
        return expected(progress) && lately(progress);
    }

    /** Whether the one who is signed in is whom the request wants. */
    boolean expected(Progress progress) {
        return progress.session()
                .filter(session -> expected(progress.request(), session))
                .isPresent();
    }

    private boolean lately(Progress progress) {
        AuthorizationRequest request = progress.request();
        Session session = progress.session().orElseThrow();
        if (request.prompts(AuthorizationRequest.LOGIN) && !progress.signedInSince()) return false;
        // Our own API acts for the person: it takes no one's word but the wallet's.
        if (session.handedOver() && request.client().id().equals(Clients.OWN)) return false;
        boolean freshWanted = request.acr().equals(Optional.of(RequestReader.WALLET_FRESH));
        if (freshWanted && !acr(session).equals(RequestReader.WALLET_FRESH)) return false;
        return request.maxAge()
                .map(most -> young(session, most, progress.signedInSince()))
                .orElse(true);
    }

    /** A sign-in that this very request brought is young for as long as the way back takes, however little it allows. */
    private boolean young(Session session, Duration most, boolean signedInSince) {
        if (most.isZero()) return signedInSince;
        return session.shown(signedInSince && most.compareTo(WAY_BACK) < 0 ? WAY_BACK : most, clock.instant());
    }

    /**
     * A hint that cannot be read, such as one whose key is long gone, or that was another client's, hints at nobody: that is taken as anybody, unless
     * nobody can be asked.
     */
    private boolean expected(AuthorizationRequest request, Session session) {
        if (request.idTokenHint().isEmpty()) return true;
        return checker.formerly(request.idTokenHint().get(), TokenType.ID)
                .valid()
                .filter(hint ->
                        hint.audience().equals(Optional.of(request.client().id())))
                .map(hint -> hint.subject().equals(session.account()))
                .orElse(!request.prompts(AuthorizationRequest.NONE));
    }

    /** How the person is authenticated now: {@code acr}. */
    String acr(Session session) {
        return session.shown(FRESH, clock.instant()) ? RequestReader.WALLET_FRESH : RequestReader.WALLET;
    }

    /** Whether the person allowed the application what it asks for, where that has to be. */
    boolean consented(Progress progress) {
        AuthorizationRequest request = progress.request();
        Set<String> toAllow = request.toAllow();
        if (toAllow.isEmpty()) return true;
        Optional<Instant> given = consents.given(
                progress.session().orElseThrow().account(), request.client().id(), toAllow, request.told());
        if (!request.asksAnew()) return given.isPresent();
        return given.isPresent()
                && progress.pending()
                        .filter(waited -> !given.get().isBefore(waited.createdAt()))
                        .isPresent();
    }

    /** The page for someone whom the application does not let in; empty for everyone else. */
    Optional<Outcome> notAdmitted(Progress progress) {
        return admission(progress).map(not -> not.page(progress));
    }

    /** The same where no page may be shown. */
    Optional<ErrorObject> refusal(Progress progress) {
        return admission(progress).map(NotAdmitted::error);
    }

    private Optional<NotAdmitted> admission(Progress progress) {
        Admission admission = progress.request().client().admission();
        AccountId wallet = progress.session().orElseThrow().wallet();
        Asked asked = new Asked(wallet);
        return switch (admission.decide(wallet, asked)) {
            case ADMITTED -> Optional.empty();
            case WRONG_WALLET -> Optional.of(new WrongWallet(admission.kinds()));
            case STATE_UNKNOWN -> Optional.of(new Unknown());
            case STATE_TOO_LOW ->
                Optional.of(new TooLow(
                        admission.minimumIdenaState().orElseThrow(),
                        String.valueOf(asked.standing.facts().get("state")),
                        accounts.nextCeremony(wallet)));
        };
    }

    /** What the network says, and what it said when it was asked. */
    private final class Asked implements Supplier<Standing> {
        private final AccountId wallet;
        private Standing standing;

        Asked(AccountId wallet) {
            this.wallet = wallet;
            this.standing = Standing.unknown(wallet.chain());
        }

        @Override
        public Standing get() {
            standing = accounts.standing(wallet);
            return standing;
        }
    }

    /** Why someone is not let in. */
    private sealed interface NotAdmitted {
        Outcome page(Progress progress);

        ErrorObject error();
    }

    private record WrongWallet(Set<String> wallets) implements NotAdmitted {
        @Override
        public Outcome page(Progress progress) {
            return new Outcome.OtherWallet(progress.waiting(), wallets);
        }

        @Override
        public ErrorObject error() {
            return OIDCError.ACCOUNT_SELECTION_REQUIRED;
        }
    }

    private record TooLow(String required, String state, Optional<Instant> nextCeremony) implements NotAdmitted {
        @Override
        public Outcome page(Progress progress) {
            return new Outcome.StateTooLow(progress.waiting(), required, state, nextCeremony);
        }

        @Override
        public ErrorObject error() {
            return OAuth2Error.ACCESS_DENIED;
        }
    }

    private record Unknown() implements NotAdmitted {
        @Override
        public Outcome page(Progress progress) {
            return new Outcome.StateUnknown(progress.waiting());
        }

        @Override
        public ErrorObject error() {
            return OAuth2Error.TEMPORARILY_UNAVAILABLE;
        }
    }
}
