package org.gatehouse.console.review;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.audit.Audit;
import org.gatehouse.audit.AuditEvent;
import org.gatehouse.console.Notices;
import org.gatehouse.console.Visitor;
import org.gatehouse.http.Moments;
import org.gatehouse.kyc.application.Actor;
import org.gatehouse.kyc.application.Application;
import org.gatehouse.kyc.application.ApplicationStatus;
import org.gatehouse.kyc.application.Applications;
import org.gatehouse.kyc.application.Queue;
import org.gatehouse.kyc.review.Review;
import org.gatehouse.kyc.template.Template;
import org.gatehouse.kyc.template.Templates;
import org.jspecify.annotations.Nullable;

/** An application as reviewers look at it. What it contains and what happened to it are {@link CaseContents}. */
@Named("kycCase")
@RequestScoped
public class CasePage {
    @Inject
    Review review;

    @Inject
    Applications applications;

    @Inject
    Templates templates;

    @Inject
    Names names;

    @Inject
    People people;

    @Inject
    Queue queue;

    @Inject
    Notices notices;

    @Inject
    Visitor visitor;

    @Inject
    Clock clock;

    @Inject
    Audit audit;

    private @Nullable Application application;
    private Map<Actor, String> actors = Map.of();

    @PostConstruct
    void begin() {
        read();
        if (isFound() && !FacesContext.getCurrentInstance().isPostback()) note(application());
        String said = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .get("said");
        if ("attached".equals(said)) notices.done("desk", "done.attached");
        if ("not-attached".equals(said)) notices.refuse("desk", "refused.not-attached");
    }

    /** That somebody looked at it. */
    private void note(Application seen) {
        audit.record(AuditEvent.of("kyc.application.view")
                .account(seen.account())
                .client(seen.client())
                .application(seen.id()));
    }

    void read() {
        CaseCall call = CaseCall.now();
        review.find(call.client(), call.id()).ifPresentOrElse(this::show, () -> FacesContext.getCurrentInstance()
                .getExternalContext()
                .setResponseStatus(404));
    }

    /** Shows it as it is now. */
    void show(Application now) {
        application = now;
        Set<Actor> named = new HashSet<>();
        now.assignee().ifPresent(named::add);
        now.approvedBy().ifPresent(named::add);
        actors = people.names(named, visitor.account());
    }

    Application application() {
        return Optional.ofNullable(application).orElseThrow();
    }

    /** Whether there is such an application. */
    public boolean isFound() {
        return application != null;
    }

    public String getId() {
        return application().id();
    }

    public String getClient() {
        return application().client();
    }

    public String getClientName() {
        return names.client(application().client());
    }

    public String getTemplateName() {
        return names.template(application().template(), application().templateVersion());
    }

    /** Which version of it the page shows. */
    public long getVersion() {
        return application().version();
    }

    /** In the resource bundles. */
    public String getStatus() {
        return application().status().slug();
    }

    /** The look of the status. */
    public String getTone() {
        return CasePath.tone(application().status());
    }

    public Due getDue() {
        return new Due(application().turn(), clock.instant());
    }

    /** When it was made. */
    public String getCreatedAt() {
        return application().createdAt().toString();
    }

    /** The same for people whose browser runs no script. */
    public String getCreatedText() {
        return Moments.dateAndTime(application().createdAt());
    }

    /** The addresses of the applicant's wallets. */
    public List<String> getWallets() {
        return people.wallets(application().account()).stream()
                .map(wallet -> wallet.address().toString())
                .toList();
    }

    /** In the resource bundle. */
    public String getRisk() {
        return application().risk().slug();
    }

    /** Who reviews it; empty for nobody. */
    public String getAssignee() {
        return application().assignee().map(actors::get).orElse("");
    }

    /** Who approved it first; empty for nobody. */
    public String getApprovedBy() {
        return application().approvedBy().map(actors::get).orElse("");
    }

    /** Whether it is the visitor's own, which nobody reviews. */
    public boolean isOwn() {
        return application().account().equals(visitor.account());
    }

    /** Whether the visitor reviews it. */
    public boolean isMine() {
        return application().assignee().equals(Optional.of(Actor.reviewer(visitor.account())));
    }

    /** Whether the visitor approved it first: somebody else has to approve it too. */
    public boolean isApprovedByMe() {
        return application().approvedBy().equals(Optional.of(Actor.reviewer(visitor.account())));
    }

    /** Whether two have to approve. */
    public boolean isFourEyes() {
        return templates
                .find(application().template(), application().templateVersion())
                .map(Template::fourEyes)
                .orElse(false);
    }

    public boolean isClosed() {
        return application().status().closed();
    }

    /** Whether what it contained is erased. */
    public boolean isErased() {
        return applications.erased(application());
    }

    /** Whether something that was asked for is not there. */
    public boolean isMissing() {
        return application().dossier().missing();
    }

    /** Whether the visitor may do something with it, but for decisions that are made. */
    public boolean isOpen() {
        return isFound() && visitor.isReviewer() && !isOwn() && !isClosed() && !isErased();
    }

    /** Whether the visitor may undo its decision. */
    public boolean isUndoable() {
        if (!isFound() || !visitor.isLeadReviewer() || isOwn() || !isClosed()) return false;
        return !isErased() || application().status() == ApplicationStatus.APPROVED;
    }

    /** Whether the visitor may take it. */
    public boolean isTakeable() {
        return isOpen() && !isMine() && (application().assignee().isEmpty() || visitor.isLeadReviewer());
    }

    /** Whether the visitor may release it. */
    public boolean isReleasable() {
        return isOpen() && application().assignee().isPresent() && (isMine() || visitor.isLeadReviewer());
    }

    /** Whether the visitor may approve it now. */
    public boolean isApprovable() {
        return isOpen() && !isMissing() && !isApprovedByMe();
    }

    /** The page of what the visitor should look at next, below the base of all links; empty where nothing waits. */
    public String getNext() {
        return queue.next(Actor.reviewer(visitor.account()), isFound() ? getId() : "")
                .map(line -> CasePath.page(line.client(), line.id()))
                .orElse("");
    }
}
