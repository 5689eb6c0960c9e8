package org.gatehouse.console.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.gatehouse.client.Client;
import org.gatehouse.client.ClientList;
import org.gatehouse.client.Clients;
import org.gatehouse.console.Visitor;
import org.gatehouse.kyc.application.Application;
import org.gatehouse.kyc.application.Applications;
import org.gatehouse.kyc.application.Entry;
import org.gatehouse.kyc.page.ListLine;
import org.gatehouse.kyc.template.Template;
import org.gatehouse.kyc.template.Templates;
import org.jspecify.annotations.Nullable;
import org.primefaces.model.timeline.TimelineModel;

/** The visitor's applications (KYC) at all clients, and where more can be made. */
@Named("myChecks")
@RequestScoped
public class ChecksPage {
    private static final int MOST = 100;

    @Inject
    Visitor visitor;

    @Inject
    Applications applications;

    @Inject
    Templates templates;

    @Inject
    Clients clients;

    @Inject
    ClientList list;

    @Inject
    Clock clock;

    private @Nullable List<CheckLine> lines;
    private @Nullable List<OfferLine> offers;

    /** The applications, the newest first. */
    public List<CheckLine> getLines() {
        if (lines == null) lines = read();
        return lines;
    }

    private List<CheckLine> read() {
        List<Application> own = applications.ofAccount(visitor.account(), MOST);
        Map<String, List<Entry>> entries =
                applications.entries(own.stream().map(Application::id).collect(Collectors.toSet()));
        return own.stream()
                .map(each -> line(each, entries.getOrDefault(each.id(), List.of())))
                .toList();
    }

    private CheckLine line(Application application, List<Entry> entries) {
        String client =
                clients.registered(application.client()).map(Client::name).orElse(application.client());
        String name = templates
                .find(application.template(), application.templateVersion())
                .map(Template::name)
                .orElse(application.template());
        List<StatusLine> statuses = entries.stream()
                .flatMap(entry -> entry.status().map(status -> new StatusLine(status, entry.at())).stream())
                .toList();
        return new CheckLine(
                application.id(), client, new ListLine(application, name), statuses, applications.erased(application));
    }

    /** The same side by side in time. */
    public TimelineModel<String, String> getTimes() {
        FacesContext faces = FacesContext.getCurrentInstance();
        ResourceBundle words = faces.getApplication().getResourceBundle(faces, "text");
        return CheckTimes.of(
                getLines(), clock.instant(), status -> words.getString("kyc.status." + status.getStatus()));
    }

    /** The clients at which people apply. */
    public List<OfferLine> getOffers() {
        if (offers == null)
            offers = list.enabled().stream()
                    .map(client -> new OfferLine(
                            client.id(),
                            client.name(),
                            templates.offered(client).stream()
                                    .map(Template::name)
                                    .toList()))
                    .filter(offer -> !offer.getTemplates().isEmpty())
                    .toList();
        return offers;
    }
}
