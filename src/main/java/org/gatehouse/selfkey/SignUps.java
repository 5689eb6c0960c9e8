package org.gatehouse.selfkey;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.gatehouse.account.Accounts;
import org.gatehouse.attribute.Attributes;
import org.gatehouse.attribute.Checked;
import org.gatehouse.attribute.SentAttribute;
import org.gatehouse.client.Client;
import org.gatehouse.database.Conflict;

/** People who sign up at a client: they share what it asks for. */
@Dependent
class SignUps {
    private final Attributes attributes;
    private final Accounts accounts;
    private final SignUpStore store;

    @Inject
    SignUps(Attributes attributes, Accounts accounts, SignUpStore store) {
        this.attributes = attributes;
        this.accounts = accounts;
        this.store = store;
    }

    /**
     * Signs a person up, or again with what has changed. One who is refused leaves nothing here, not even an account. Not in a transaction: it may ask a
     * distant server.
     *
     * @param sent what the wallet sent
     */
    SigningUp signUp(Holder holder, List<SentAttribute> sent) {
        Client client = holder.root().client();
        Optional<SigningUp> unwanted = unwanted(holder, client);
        if (unwanted.isPresent()) return unwanted.get();
        Checked checked = attributes.check(holder.root().profile().requirements(), sent);
        if (checked instanceof Checked.Wrong wrong) return SigningUp.Refused.attributes(wrong.message());
        List<Checked.Value> values = ((Checked.Accepted) checked).values();
        return Conflict.again(() -> store.keep(holder.wallet(), client.id(), values));
    }

    private Optional<SigningUp> unwanted(Holder holder, Client client) {
        return switch (client.admission().decide(holder.wallet(), () -> accounts.standing(holder.wallet()))) {
            case ADMITTED -> Optional.empty();
            case WRONG_WALLET -> forbidden(client.name() + " does not take this kind of wallet");
            case STATE_TOO_LOW, STATE_UNKNOWN -> forbidden(client.name() + " does not let this wallet in");
        };
    }

    private static Optional<SigningUp> forbidden(String sentence) {
        return Optional.of(new SigningUp.Refused(Refusal.FORBIDDEN, sentence));
    }

    /** Whether this person has signed up at this client. */
    boolean signedUp(String account, String client) {
        return store.has(account, client);
    }
}
