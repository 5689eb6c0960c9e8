package org.gatehouse.selfkey;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.gatehouse.account.Accounts;
import org.gatehouse.client.Client;

/** Whom clients let in: asked before anything is stored, so that whom a client does not let in has no account either. */
@Dependent
class Admissions {
    private final Accounts accounts;

    @Inject
    Admissions(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Why the client does not let this wallet in; empty where it does. May ask a distant server. */
    Optional<SigningUp.Refused> refusal(Holder holder) {
        Client client = holder.root().client();
        return switch (client.admission().decide(holder.wallet(), () -> accounts.standing(holder.wallet()))) {
            case ADMITTED -> Optional.empty();
            case WRONG_WALLET -> forbidden(client.name() + " does not take this kind of wallet");
            case STATE_TOO_LOW -> forbidden(client.name() + " asks for a higher Idena state");
            case STATE_UNKNOWN ->
                Optional.of(new SigningUp.Refused(Refusal.UNAVAILABLE, Refusal.UNAVAILABLE.message()));
        };
    }

    private static Optional<SigningUp.Refused> forbidden(String sentence) {
        return Optional.of(new SigningUp.Refused(Refusal.FORBIDDEN, sentence));
    }
}
