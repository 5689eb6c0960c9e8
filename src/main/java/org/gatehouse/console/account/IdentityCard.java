package org.gatehouse.console.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.gatehouse.account.Accounts;
import org.gatehouse.account.Person;
import org.gatehouse.client.Clients;
import org.gatehouse.console.Visitor;
import org.gatehouse.http.Moments;
import org.gatehouse.wallet.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * What the visitor's identity on Idena gives: of the wallet that is signed in, or of the oldest one of Idena where that is another. The network is asked when the
 * page first wants to know.
 */
@Named("identity")
@RequestScoped
public class IdentityCard {
    private static final String IDENA = "idena";

    @Inject
    Visitor visitor;

    @Inject
    Accounts accounts;

    @Inject
    Clients clients;

    private @Nullable Person person;

    @SuppressWarnings("NullableOptional") // null before it is asked for
    private @Nullable Optional<Instant> ceremony;

    /** Whether the account has a wallet of Idena. */
    public boolean isThere() {
        return wallet().kind().equals(IDENA);
    }

    /** Whether it is the wallet that is signed in: applications learn of this one alone. */
    public boolean isSignedIn() {
        return wallet().equals(visitor.session().wallet());
    }

    /** The address of that wallet. */
    public String getAddress() {
        return wallet().address().toString();
    }

    /** Whether the network said anything of the person. */
    public boolean isKnown() {
        return person().standing().known();
    }

    /** The person's state, as the network calls it; empty where it is not known. */
    public String getState() {
        return fact("state");
    }

    /** For how many epochs the person is validated; empty where it is not known. */
    public String getAge() {
        return fact("age");
    }

    /** The person's stake in the network's coin; empty where it is not known. */
    public String getStake() {
        return fact("stake");
    }

    /** The epoch that the network is in; empty where it is not known. */
    public String getEpoch() {
        return fact("epoch");
    }

    /** The groups that an application without rules of its own is told. */
    public List<String> getGroups() {
        return List.copyOf(new TreeSet<>(clients.find(Clients.OWN).orElseThrow().groups(person().facts())));
    }

    /** When people next validate their identities; null where that is not known. */
    public @Nullable Instant getCeremony() {
        if (ceremony == null) ceremony = accounts.nextCeremony(wallet());
        return ceremony.orElse(null);
    }

    /** The same for people without JavaScript: in UTC. */
    public String getCeremonyText() {
        return Optional.ofNullable(getCeremony()).map(Moments::dateAndTime).orElse("");
    }

    private String fact(String name) {
        return Optional.ofNullable(person().standing().facts().get(name))
                .map(Object::toString)
                .orElse("");
    }

    private Person person() {
        if (person == null) person = accounts.person(visitor.account(), wallet());
        return person;
    }

    private AccountId wallet() {
        AccountId current = visitor.session().wallet();
        if (current.kind().equals(IDENA)) return current;
        return accounts.wallets(visitor.account()).stream()
                .filter(wallet -> wallet.kind().equals(IDENA))
                .findFirst()
                .orElse(current);
    }
}
