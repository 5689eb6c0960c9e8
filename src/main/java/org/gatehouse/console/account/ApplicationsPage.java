package org.gatehouse.console.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gatehouse.account.Accounts;
import org.gatehouse.attribute.Requirement;
import org.gatehouse.client.Client;
import org.gatehouse.client.Clients;
import org.gatehouse.client.SelfkeyProfile;
import org.gatehouse.console.MayAct;
import org.gatehouse.console.Notices;
import org.gatehouse.console.Visitor;
import org.gatehouse.database.Conflict;
import org.gatehouse.http.Caller;
import org.gatehouse.people.Application;
import org.gatehouse.people.Applications;
import org.jspecify.annotations.Nullable;

/** The applications that may learn of the visitor, and the end of that. */
@Named("myApplications")
@RequestScoped
public class ApplicationsPage {
    /** In the order in which people read them, as on the page that asks for consent. */
    private static final List<String> SCOPES = List.of(Client.PROFILE, Client.ATTRIBUTES, Client.OFFLINE_ACCESS);

    @Inject
    Visitor visitor;

    @Inject
    Applications applications;

    @Inject
    Accounts accounts;

    @Inject
    Clients clients;

    @Inject
    Proof proof;

    @Inject
    Notices notices;

    @Inject
    Way way;

    private @Nullable List<ApplicationLine> lines;

    /** The applications, the oldest first. */
    public List<ApplicationLine> getLines() {
        if (lines == null) lines = read();
        return lines;
    }

    private List<ApplicationLine> read() {
        boolean ofIdena = accounts.wallets(visitor.account()).stream()
                .anyMatch(wallet -> wallet.kind().equals("idena"));
        return applications.of(visitor.account()).stream()
                .map(each -> new ApplicationLine(each, told(each, ofIdena), shared(each)))
                .toList();
    }

    /** Address and groups stand in every token; only a wallet of Idena has an identity there. */
    static List<String> told(Application application, boolean ofIdena) {
        if (application.scope().isEmpty()) return List.of();
        List<String> told = new ArrayList<>(List.of("address", "groups"));
        for (String scope : SCOPES) {
            if (!application.scope().contains(scope)) continue;
            told.add(scope.equals(Client.PROFILE) && !ofIdena ? "wallet" : scope);
        }
        return told;
    }

    private List<SharedLine> shared(Application application) {
        List<Requirement> asked = clients.registered(application.client())
                .flatMap(Client::selfkey)
                .map(SelfkeyProfile::requirements)
                .orElse(List.of());
        Set<String> ids = application.signedUp().map(one -> one.shared()).orElse(Set.of());
        return new TreeSet<>(ids).stream().map(id -> shared(id, asked)).toList();
    }

    /** What it does not ask for any more goes by the name that it had there. */
    private static SharedLine shared(String id, List<Requirement> asked) {
        return asked.stream()
                .filter(requirement -> requirement.id().equals(id))
                .findFirst()
                .map(known -> new SharedLine(known.title().orElse(""), known.attribute()))
                .orElseGet(() -> new SharedLine(id, ""));
    }

    /** Takes back all that the application which the button names was allowed and given. */
    @MayAct(Caller.PERSON)
    public void leave() {
        if (!proof.isOwn()) {
            notices.refuse("mine", "proof.handed-over");
            return;
        }
        Optional<String> client = Optional.ofNullable(FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .get("id"));
        boolean left = client.isPresent() && Conflict.again(() -> applications.leave(visitor.account(), client.get()));
        way.on("/account/applications?note=" + (left ? "left" : "nothing-left"));
    }
}
