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
import org.gatehouse.client.Clients;
import org.gatehouse.database.Conflict;
import org.gatehouse.document.FileFacts;
import org.gatehouse.endpoint.Admissions;
import org.gatehouse.endpoint.Refused;
import org.gatehouse.file.Files;
import org.gatehouse.file.Owner;
import org.gatehouse.wallet.AccountId;

/** People who sign up at a client: they share what it asks for. */
@Dependent
class SignUps {
    private final Admissions admissions;
    private final Accounts accounts;
    private final Files files;
    private final SignUpStore store;

    @Inject
    SignUps(Admissions admissions, Accounts accounts, Files files, SignUpStore store) {
        this.admissions = admissions;
        this.accounts = accounts;
        this.files = files;
        this.store = store;
    }

    /**
     * Signs a person up, or again with what has changed. One who is refused leaves nothing here, not even an account. Not in a transaction: it may ask a
     * distant server.
     *
     * @param sent what the wallet sent
     */
    Optional<Refused> signUp(Holder holder, List<SentAttribute> sent) {
        Client client = holder.root().client();
        Optional<Refused> unwanted = admissions.refusal(holder.applicant());
        if (unwanted.isPresent()) return unwanted;
        Optional<List<SentAttribute>> known = withFiles(holder, sent);
        if (known.isEmpty()) return Optional.of(Refused.fileMissing());
        Checked checked = Attributes.check(holder.root().profile().requirements(), known.get());
        if (checked instanceof Checked.Wrong wrong) return Optional.of(Refused.attributes(wrong.message()));
        // A wallet signs up wherever it signs in. On our own pages it must not have an account by that, as it may yet
        // be added to one that is there.
        if (client.id().equals(Clients.OWN)) return Optional.empty();
        return Conflict.again(() -> store.keep(holder.wallet(), client.id(), (Checked.Accepted) checked));
    }

    private Optional<List<SentAttribute>> withFiles(Holder holder, List<SentAttribute> sent) {
        Optional<Owner> owner = accounts.find(holder.wallet())
                .map(account -> new Owner(account, holder.root().client().id()));
        return FileFacts.write(sent, id -> owner.flatMap(known -> files.find(id, known)));
    }

    /** Whether the person has shared what the client asks for; whoever has no account has not. */
    boolean signedUp(Client client, AccountId wallet) {
        return client.selfkey()
                        .filter(profile -> profile.requirements().isEmpty())
                        .isPresent()
                || accounts.find(wallet)
                        .filter(account -> store.has(account, client.id()))
                        .isPresent();
    }
}
