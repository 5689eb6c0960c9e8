package org.gatehouse.selfkey;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.gatehouse.account.Accounts;
import org.gatehouse.database.Conflict;
import org.gatehouse.endpoint.Applicant;
import org.gatehouse.endpoint.HandOver;
import org.gatehouse.endpoint.RootEndpoint;

/** User tokens that do not sign in: as old as those that do, at most, and taken once as those are. */
@Dependent
class UserTokenHandOver implements HandOver {
    private final Clock clock;
    private final Accounts accounts;
    private final UserTokens tokens;
    private final Logins logins;

    @Inject
    UserTokenHandOver(Clock clock, Accounts accounts, UserTokens tokens, Logins logins) {
        this.clock = clock;
        this.accounts = accounts;
        this.tokens = tokens;
        this.logins = logins;
    }

    @Override
    public Optional<HandedOver> take(RootEndpoint root, String userToken) {
        return tokens.check(root.client(), userToken).filter(this::fresh).flatMap(token -> person(root, token)
                .filter(known ->
                        Conflict.again(() -> logins.handOver(root.client().id(), token))));
    }

    private boolean fresh(UserToken token) {
        return !token.signedAt().isBefore(clock.instant().minus(WayOn.FRESH));
    }

    /** The token's account, if its wallet still is that one's. */
    private Optional<HandedOver> person(RootEndpoint root, UserToken token) {
        return accounts.find(token.wallet())
                .filter(account -> account.equals(token.subject()) && accounts.open(account))
                .map(account -> new HandedOver(new Applicant(root, token.wallet()), account));
    }
}
