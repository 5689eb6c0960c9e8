package org.gatehouse.endpoint;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.gatehouse.account.Accounts;
import org.gatehouse.client.Client;

/** Whom clients let in: asked before anything is stored, so that whom a client does not let in has no account either. */
@Dependent
public class Admissions {
    private final Accounts accounts;

    @Inject
    Admissions(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Why the client does not let this wallet in; empty where it does. May ask a distant server. */
    public Optional<Refused> refusal(Applicant applicant) {
        Client client = applicant.root().client();
        return switch (client.admission().decide(applicant.wallet(), () -> accounts.standing(applicant.wallet()))) {
            case ADMITTED -> Optional.empty();
            case WRONG_WALLET -> forbidden(client.name() + " does not take this kind of wallet");
            case STATE_TOO_LOW -> forbidden(client.name() + " asks for a higher Idena state");
            case STATE_UNKNOWN -> Optional.of(new Refused(Refusal.UNAVAILABLE, Refusal.UNAVAILABLE.message()));
        };
    }

    private static Optional<Refused> forbidden(String sentence) {
        return Optional.of(new Refused(Refusal.FORBIDDEN, sentence));
    }
}
