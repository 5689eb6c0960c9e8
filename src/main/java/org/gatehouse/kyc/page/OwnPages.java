package org.gatehouse.kyc.page;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.gatehouse.endpoint.Applicant;
import org.gatehouse.kyc.application.Applications;
import org.gatehouse.kyc.application.Applying;
import org.gatehouse.kyc.application.Entry;

/** Answers those who are known: with their list, an application of theirs, or a file of it, or does what a form asks for. */
@Dependent
class OwnPages {
    private final Applying applying;
    private final Applications applications;
    private final Completing completing;
    private final Forms forms;
    private final OwnDocument document;
    private final ApplicationPage page;
    private final ListPage list;
    private final StrangerPage stranger;

    @Inject
    OwnPages(
            Applying applying,
            Applications applications,
            Completing completing,
            Forms forms,
            OwnDocument document,
            ApplicationPage page,
            ListPage list,
            StrangerPage stranger) {
        this.applying = applying;
        this.applications = applications;
        this.completing = completing;
        this.forms = forms;
        this.document = document;
        this.page = page;
        this.list = list;
        this.stranger = stranger;
    }

    /**
     * Answers a request.
     *
     * @param people for whom the browser speaks; at least one
     * @param form whether it is a form
     * @return false, and nothing is done, where there is no such application of theirs
     */
    boolean answer(
            List<Applicant> people,
            ApplicationPath path,
            boolean form,
            HttpServletRequest request,
            HttpServletResponse response)
            throws ServletException, IOException {
        if (path.application().isEmpty()) return list(people.get(0), form, request, response);
        Optional<Own> own = find(people, path.application().get());
        if (own.isEmpty() || (form && path.file().isPresent())) return false;
        if (path.file().isPresent()) return send(own.get(), path.file().get(), request, response);
        if (!form) show(own.get(), request, response);
        else if (isLarge(request)) complete(own.get(), request, response);
        else forms.act(own.get(), request, response);
        return true;
    }

    private boolean send(Own own, String file, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Optional<View> instead = document.send(own, file, response);
        if (instead.filter(View.NOT_YOURS::equals).isPresent()) return false;
        if (instead.isPresent()) {
            stranger.show(
                    ApplicationPath.page(
                            own.application().client(), own.application().id()),
                    "");
            instead.get().show(request, response);
        }
        return true;
    }

    private Optional<Own> find(List<Applicant> people, String id) {
        return people.stream()
                .flatMap(person -> applying.find(person, id).map(found -> new Own(person, found)).stream())
                .findFirst();
    }

    private static boolean isLarge(HttpServletRequest request) {
        return Optional.ofNullable(request.getContentType())
                .filter(type -> type.startsWith("multipart/form-data"))
                .isPresent();
    }

    private boolean list(Applicant person, boolean form, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (form) return false;
        list.show(person);
        View.LIST.show(request, response);
        return true;
    }

    private void show(Own own, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        List<Entry> entries = applications.entries(own.application().id());
        page.show(own, entries, ItemForm.of(own.application(), entries));
        page.note(Optional.ofNullable(request.getParameter("note")).orElse(""));
        View.APPLICATION.show(request, response);
    }

    private void complete(Own own, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String id = own.application().id();
        ItemForm typed = ItemForm.of(own.application(), applications.entries(id));
        Outcome outcome = completing.complete(own, typed, request);
        if (outcome.kind() == Outcome.Kind.DONE) {
            forms.goOn(own, "sent", response);
            return;
        }
        Own now = find(List.of(own.applicant()), id).orElse(own);
        List<Entry> entries = applications.entries(id);
        page.show(now, entries, ItemForm.of(now.application(), entries).keeping(typed));
        page.fail(outcome);
        View.WRONG.show(request, response);
    }
}
