package org.gatehouse.people;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.gatehouse.account.Accounts;
import org.gatehouse.account.LinkedWallets;
import org.gatehouse.account.Roles;
import org.gatehouse.account.Unlinking;
import org.gatehouse.audit.Audit;
import org.gatehouse.audit.AuditEvent;
import org.gatehouse.http.Caller;
import org.gatehouse.problem.Problem;
import org.gatehouse.session.Sessions;
import org.gatehouse.wallet.AccountId;
import org.jspecify.annotations.Nullable;

/** Changes of accounts, each with everything that has to follow from it. What is refused changes nothing. */
@Dependent
@Transactional
public class People {
    private final Accounts accounts;
    private final LinkedWallets wallets;
    private final Roles roles;
    private final Sessions sessions;
    private final Audit audit;

    @Inject
    People(Accounts accounts, LinkedWallets wallets, Roles roles, Sessions sessions, Audit audit) {
        this.accounts = accounts;
        this.wallets = wallets;
        this.roles = roles;
        this.sessions = sessions;
        this.audit = audit;
    }

    /**
     * Takes a wallet from an account, and ends what was signed in with it.
     *
     * @return why not, if it is refused
     */
    public Optional<Problem> removeWallet(String account, AccountId wallet) {
        Unlinking unlinking = wallets.unlink(account, wallet);
        if (unlinking == Unlinking.UNKNOWN) return Optional.of(Problem.UNKNOWN_WALLET);
        if (unlinking == Unlinking.LAST) return Optional.of(Problem.LAST_WALLET);
        return Optional.empty();
    }

    /** Gives an account a role; the reason why not, if it is refused. */
    public Optional<Problem> giveRole(String account, String role) {
        if (!roles.give(account, role)) return Optional.of(Problem.UNKNOWN_ACCOUNT);
        audit.record(AuditEvent.of("role.grant").account(account).detail(role));
        return Optional.empty();
    }

    /** Takes a role from an account; the reason why not, if it is refused. */
    public Optional<Problem> takeRole(String account, String role) {
        if (isLastAdministrator(account, role)) return Optional.of(Problem.LAST_ADMINISTRATOR);
        if (!roles.take(account, role)) return Optional.of(Problem.UNKNOWN_ACCOUNT);
        audit.record(AuditEvent.of("role.take").account(account).detail(role));
        return Optional.empty();
    }

    /** As {@link #block(String, String)} does, for no reason that anyone gave. */
    Optional<Problem> block(String account) {
        return block(account, "");
    }

    /**
     * Lets nobody sign in to an account any more and signs it out everywhere.
     *
     * @param reason why, for the trail; it may be empty
     * @return why not, if it is refused
     */
    public Optional<Problem> block(String account, String reason) {
        if (isLastAdministrator(account, Caller.ADMINISTRATOR)) return Optional.of(Problem.LAST_ADMINISTRATOR);
        if (!accounts.block(account)) return Optional.of(Problem.UNKNOWN_ACCOUNT);
        sessions.endAll(account);
        audit.record(AuditEvent.of("account.block").account(account).detail(given(reason)));
        return Optional.empty();
    }

    private static @Nullable String given(String reason) {
        return reason.isBlank() ? null : reason.strip();
    }

    /** Lets people sign in to an account again; the reason why not, if it is refused. */
    public Optional<Problem> unblock(String account) {
        if (!accounts.unblock(account)) return Optional.of(Problem.UNKNOWN_ACCOUNT);
        audit.record("account.unblock", "ok", account, null);
        return Optional.empty();
    }

    /** Signs an account out everywhere; the reason why not, if it is refused. */
    public Optional<Problem> signOut(String account) {
        if (accounts.record(account).isEmpty()) return Optional.of(Problem.UNKNOWN_ACCOUNT);
        sessions.endAll(account);
        return Optional.empty();
    }

    /** Ends one session of an account; the reason why not, if it is refused. */
    public Optional<Problem> endSession(String account, String session) {
        return sessions.end(account, session) ? Optional.empty() : Optional.of(Problem.UNKNOWN_SESSION);
    }

    /** Without an administrator nobody could ever make one. */
    private boolean isLastAdministrator(String account, String role) {
        return role.equals(Caller.ADMINISTRATOR) && roles.isLast(account, role);
    }
}
