package org.gatehouse.people;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatehouse.account.Accounts;
import org.gatehouse.account.PersonalData;
import org.gatehouse.account.PersonalData.Kept;
import org.gatehouse.account.Roles;
import org.gatehouse.audit.Audit;
import org.gatehouse.audit.AuditEvent;
import org.gatehouse.http.Caller;
import org.gatehouse.problem.Problem;
import org.gatehouse.session.Sessions;

/** Erases all that is kept of a person, but for what has to stay. All of it or nothing. */
@Dependent
@Transactional
public class Erasure {
    private final Accounts accounts;
    private final Roles roles;
    private final Sessions sessions;
    private final Audit audit;
    private final Instance<PersonalData> rooms;

    @Inject
    Erasure(Accounts accounts, Roles roles, Sessions sessions, Audit audit, @Any Instance<PersonalData> rooms) {
        this.accounts = accounts;
        this.roles = roles;
        this.sessions = sessions;
        this.audit = audit;
        this.rooms = rooms;
    }

    /**
     * Erases what is kept of an account.
     *
     * @param by the account of whoever does it
     */
    public Erased erase(String account, String by) {
        if (roles.isLast(account, Caller.ADMINISTRATOR)) return new Erased(Optional.of(Problem.LAST_ADMINISTRATOR));
        // A sign-in, a sign-up or an upload of this moment is over first, and goes too.
        if (!accounts.hold(account)) return new Erased(Optional.of(Problem.UNKNOWN_ACCOUNT));
        sessions.endAll(account);
        List<Kept> kept = new ArrayList<>();
        for (Instance.Handle<PersonalData> room : rooms.handles()) {
            try (room) {
                kept.addAll(room.get().erase(account));
            }
        }
        audit.record(AuditEvent.of("account.erase").byAccount(by).account(account));
        return new Erased(Optional.empty(), kept);
    }

    /** What would have to stay if an account were erased now. */
    public List<Kept> wouldKeep(String account) {
        List<Kept> kept = new ArrayList<>();
        for (Instance.Handle<PersonalData> room : rooms.handles()) {
            try (room) {
                kept.addAll(room.get().wouldKeep(account));
            }
        }
        return kept;
    }

    /**
     * What came of it.
     *
     * @param refused why nothing is erased, if it is not
     * @param kept what has to stay
     */
    public record Erased(Optional<Problem> refused, List<Kept> kept) {
        public Erased {
            kept = List.copyOf(kept);
        }

        Erased(Optional<Problem> refused) {
            this(refused, List.of());
        }
    }
}
