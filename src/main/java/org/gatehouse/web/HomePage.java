package org.gatehouse.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gatehouse.account.Accounts;
import org.gatehouse.account.Person;
import org.gatehouse.client.Clients;
import org.gatehouse.http.Moments;
import org.gatehouse.session.Session;
import org.gatehouse.wallet.AccountId;
import org.jspecify.annotations.Nullable;

/** What the home page shows: who is signed in, if anyone is. */
@Named("home")
@RequestScoped
public class HomePage {
    @Inject
    Accounts accounts;

    @Inject
    Clients clients;

    private @Nullable Session session;
    private @Nullable Person person;
    private List<WalletLine> wallets = List.of();

    void show(Session session) {
        this.session = session;
        person = accounts.person(session.account(), session.wallet());
        List<AccountId> all = accounts.wallets(session.account());
        wallets = all.stream()
                .map(wallet -> new WalletLine(wallet, wallet.equals(session.wallet()), all.size() > 1))
                .toList();
    }

    /** Whether someone is signed in. */
    public boolean isSignedIn() {
        return person != null;
    }

    /** The wallet's address with its checksum. */
    public String getAddress() {
        return person().wallet().address().toString();
    }

    /** The address as a picture. */
    public PersonPicture getPicture() {
        return new PersonPicture(Identicon.of(getAddress()));
    }

    /** Whether the wallet is of a network that says something of people. */
    public boolean isOfIdena() {
        return person().wallet().kind().equals("idena");
    }

    /** Whether the wallet's network said anything of the person. */
    public boolean isStandingKnown() {
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

    /** The groups that an application without rules of its own is told. */
    public List<String> getGroups() {
        return List.copyOf(clients.find(Clients.OWN).orElseThrow().groups(person().facts()));
    }

    /** When the session ends even if it is used. */
    public Instant getEndsAt() {
        return Optional.ofNullable(session).orElseThrow().expiresAt();
    }

    /** When the session ends, for people without JavaScript: in UTC. */
    public String getEndsAtText() {
        return Moments.dateAndTime(getEndsAt());
    }

    /** The account's wallets, the oldest first. */
    public List<WalletLine> getWallets() {
        return wallets;
    }

    private String fact(String name) {
        return Optional.ofNullable(person().standing().facts().get(name))
                .map(Object::toString)
                .orElse("");
    }

    private Person person() {
        return Optional.ofNullable(person).orElseThrow();
    }
}
