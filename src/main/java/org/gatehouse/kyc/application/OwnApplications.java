package org.gatehouse.kyc.application;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.gatehouse.account.Accounts;
import org.gatehouse.client.ClientLock;
import org.gatehouse.endpoint.Applicant;
import org.gatehouse.endpoint.Refusal;
import org.gatehouse.endpoint.Refused;
import org.gatehouse.file.Files;
import org.gatehouse.file.Owner;
import org.gatehouse.kyc.template.Template;
import org.gatehouse.vault.Randomness;

/**
 * Applications as their applicants make and change them, with the files in them. Each call is one transaction, all of it or nothing; of those of one applicant one
 * waits for the other.
 */
@Dependent
@Transactional
class OwnApplications {
    /** How many applications a person may have at a client, those of members of companies aside. */
    static final int MOST = 50;

    /** How many members a company may have. */
    static final int MOST_MEMBERS = 50;

    private static final Set<ApplicationStatus> OVER =
            EnumSet.of(ApplicationStatus.REJECTED, ApplicationStatus.CANCELED, ApplicationStatus.USER_DECLINED);
    private static final Set<ApplicationStatus> OPEN_OR_APPROVED = EnumSet.complementOf(EnumSet.copyOf(OVER));

    private final Applications applications;
    private final ClientLock clients;
    private final Accounts accounts;
    private final Files files;
    private final Randomness randomness;
    private final Clock clock;

    @Inject
    OwnApplications(
            Applications applications,
            ClientLock clients,
            Accounts accounts,
            Files files,
            Randomness randomness,
            Clock clock) {
        this.applications = applications;
        this.clients = clients;
        this.accounts = accounts;
        this.files = files;
        this.randomness = randomness;
        this.clock = clock;
    }

    /**
     * Makes an application; and the account of the wallet, if it has none.
     *
     * @throws Undone where the client or a file is not there any more, the account is blocked, or there are others already that leave no room for it
     * @throws jakarta.persistence.PersistenceException if another call made the account in this moment; a second call then finds it
     */
    Application make(Applicant applicant, Draft draft) {
        if (!clients.hold(applicant.client())) throw new Undone(Refused.of(Refusal.NOT_FOUND));
        Optional<String> known = accounts.find(applicant.wallet());
        known.ifPresent(this::hold);
        String account = known.orElseGet(() -> accounts.ofWallet(applicant.wallet()));
        draft.parent()
                .ifPresentOrElse(company -> room(applicant, account, company), () -> room(applicant, account, draft));
        Instant now = clock.instant();
        Application made = new Application(
                randomness.id(),
                applicant.client(),
                account,
                draft.template().id(),
                draft.template().version(),
                draft.parent(),
                draft.begins(),
                0,
                draft.dossier(),
                Optional.empty(),
                Optional.empty(),
                now,
                now,
                Optional.empty(),
                Optional.empty(),
                Turn.OF_OTHERS,
                Risk.NONE);
        Application stored = applications.add(made, Actor.applicant(account));
        exchange(stored, Set.of(), draft.dossier().files());
        return stored;
    }

    private void hold(String account) {
        if (accounts.blocked(account)) throw new Undone(new Refused(Refusal.FORBIDDEN, "This account is blocked"));
    }

    private void room(Applicant applicant, String account, Draft draft) {
        Template template = draft.template();
        if (applications.has(account, applicant.client(), template.id(), OPEN_OR_APPROVED))
            throw Undone.because("You have applied for this already: " + template.name());
        Search most = new Search(
                applicant.client(), Optional.of(account), Optional.empty(), Set.of(), false, false, MOST - 1, 1);
        if (!applications.search(most).isEmpty()) throw Undone.because("You have applied here too often");
    }

    /** The company is held, so that nothing closes it before its member is there. */
    private void room(Applicant applicant, String account, String company) {
        Application parent = applications
                .hold(company, applicant.client(), account)
                .orElseThrow(() -> new Undone(Refused.of(Refusal.NOT_FOUND)));
        // Whoever erases or cancels a company reaches its members, and nobody behind them.
        if (parent.parent().isPresent()) throw Undone.because("A member has no members of its own");
        if (parent.status().closed()) throw Undone.because(Completion.CLOSED);
        if (applications
                        .members(Set.of(company))
                        .getOrDefault(company, List.of())
                        .size()
                >= MOST_MEMBERS) throw Undone.because("An application has " + MOST_MEMBERS + " members at most");
    }

    private Application own(String account, String client, String id) {
        return applications.find(id, client, account).orElseThrow(() -> new Undone(Refused.of(Refusal.NOT_FOUND)));
    }

    /**
     * Changes an application of the applicant's own.
     *
     * @param account the applicant's
     * @param actor who brings it to another status, where it gets one
     * @param note what is said of that
     * @param thought what is to become of it, or {@link Undone}; nothing is stored where it stays as it is
     * @throws Undone as in {@link #make}, or where something else changed it in this moment
     */
    void change(
            String account,
            String client,
            String id,
            Actor actor,
            Optional<String> note,
            Function<Application, Change> thought) {
        hold(account);
        Application before = own(account, client, id);
        Change change = thought.apply(before);
        if (change.equals(Change.to(before))) return;
        if (!applications.store(before, change, actor, note)) throw new Undone(Refused.of(Refusal.CONFLICT));
        exchange(before, before.dossier().files(), change.after().dossier().files());
    }

    /** Claims the files that came, and erases those that nothing here refers to any more. */
    private void exchange(Application application, Set<String> before, Set<String> after) {
        Owner owner = new Owner(application.account(), application.client());
        Set<String> came = new HashSet<>(after);
        came.removeAll(before);
        Set<String> gone = new HashSet<>(before);
        gone.removeAll(after);
        String purpose = filePurpose(application.id());
        if (!files.claim(came, owner, purpose)) throw new Undone(Refused.fileMissing());
        files.erase(gone, owner, purpose);
    }

    /** What the files of this application are kept for. */
    static String filePurpose(String application) {
        return "application:" + application;
    }
}
