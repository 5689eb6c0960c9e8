package org.gatehouse.kyc.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.account.Accounts;
import org.gatehouse.endpoint.Applicant;
import org.gatehouse.kyc.application.Applications;
import org.gatehouse.kyc.application.Search;
import org.gatehouse.kyc.template.Template;
import org.gatehouse.kyc.template.Templates;

/** What the list of a person's applications at a client shows. */
@Named("dossiers")
@RequestScoped
public class ListPage {
    private static final int MOST = 100;

    @Inject
    Accounts accounts;

    @Inject
    Applications applications;

    @Inject
    Templates templates;

    private String client = "";
    private List<ListLine> lines = List.of();

    void show(Applicant person) {
        client = person.root().client().name();
        lines = accounts.find(person.wallet())
                .map(account -> search(person.client(), account))
                .orElse(List.of());
    }

    private List<ListLine> search(String client, String account) {
        return applications
                .search(new Search(client, Optional.of(account), Optional.empty(), Set.of(), true, true, 0, MOST))
                .stream()
                .map(found -> new ListLine(
                        found,
                        templates
                                .find(found.template(), found.templateVersion())
                                .map(Template::name)
                                .orElse(found.template())))
                .toList();
    }

    /** The name of the client. */
    public String getClient() {
        return client;
    }

    /** The applications, the newest first. */
    public List<ListLine> getLines() {
        return lines;
    }
}
