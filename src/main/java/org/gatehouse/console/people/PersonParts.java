package org.gatehouse.console.people;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.gatehouse.account.Accounts;
import org.gatehouse.client.Client;
import org.gatehouse.client.Clients;
import org.gatehouse.console.Asked;
import org.gatehouse.console.When;
import org.gatehouse.kyc.application.ApplicationFigures;
import org.gatehouse.people.Application;
import org.gatehouse.people.Applications;
import org.gatehouse.session.SessionUse;
import org.gatehouse.session.Sessions;
import org.jspecify.annotations.Nullable;

/** What the page of a person shows besides the person: sessions, applications, and the groups at an application. */
@Named("personParts")
@RequestScoped
public class PersonParts {
    private static final int MOST = 50;

    @Inject
    PersonPage page;

    @Inject
    Sessions sessions;

    @Inject
    Applications applications;

    @Inject
    ApplicationFigures figures;

    @Inject
    Clients clients;

    @Inject
    Accounts accounts;

    /** A session that is live. */
    public record Live(String id, String address, String agent, When begun, When used, When ends) {
        static Live of(SessionUse use) {
            return new Live(
                    use.session().id(),
                    use.session().wallet().address().toString(),
                    use.userAgent(),
                    When.of(use.session().authenticatedAt()),
                    When.of(use.lastUsedAt()),
                    When.of(use.session().expiresAt()));
        }
    }

    /** An application (of OpenID Connect) that knows the person. */
    public record Known(String client, String name, String scope, When since, boolean signedUp) {
        static Known of(Application application) {
            return new Known(
                    application.client(),
                    application.name(),
                    String.join(" ", new TreeSet<>(application.scope())),
                    When.of(application.since()),
                    application.signedUp().isPresent());
        }
    }

    /** An application (of KYC) that the person made. */
    public record Filed(
            String id, String client, String template, String status, When created, @Nullable When decided) {
        static Filed of(ApplicationFigures.Outline outline) {
            return new Filed(
                    outline.id(),
                    outline.client(),
                    outline.template(),
                    outline.status().slug(),
                    When.of(outline.createdAt()),
                    When.of(outline.decidedAt()));
        }
    }

    /** What groups a wallet has at an application. */
    public record Groups(String address, String groups) {}

    /** The live sessions. */
    public List<Live> getSessions() {
        return sessions.of(page.getId()).stream().map(Live::of).toList();
    }

    /** The applications that know the person. */
    public List<Known> getKnown() {
        return applications.of(page.getId()).stream().map(Known::of).toList();
    }

    /** The newest applications of KYC. */
    public List<Filed> getFiled() {
        return figures.of(page.getId(), MOST).stream().map(Filed::of).toList();
    }

    /** The application that the groups are tried for. */
    public String getClient() {
        return Asked.of("client").orElse("");
    }

    /** Whether there is no such application. */
    public boolean isClientUnknown() {
        return !getClient().isEmpty() && tried().isEmpty();
    }

    /** The groups with each wallet, now: it asks the networks. */
    public List<Groups> getGroups() {
        return tried().map(client -> accounts.wallets(page.getId()).stream()
                        .map(wallet -> new Groups(
                                wallet.address().toString(),
                                String.join(
                                        ", ",
                                        new TreeSet<>(client.groups(accounts.person(page.getId(), wallet)
                                                .facts())))))
                        .toList())
                .orElse(List.of());
    }

    private Optional<Client> tried() {
        return getClient().isEmpty() ? Optional.empty() : clients.registered(getClient());
    }
}
