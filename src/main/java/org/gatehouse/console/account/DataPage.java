package org.gatehouse.console.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gatehouse.client.Client;
import org.gatehouse.client.Clients;
import org.gatehouse.console.MayAct;
import org.gatehouse.console.Notices;
import org.gatehouse.console.Visitor;
import org.gatehouse.database.Conflict;
import org.gatehouse.http.Caller;
import org.gatehouse.kyc.template.Template;
import org.gatehouse.kyc.template.Templates;
import org.gatehouse.people.Erasure;
import org.gatehouse.problem.Problem;
import org.jspecify.annotations.Nullable;

/** What is kept of the visitor: to take along, and to erase. Both need a proof of this moment. */
@Named("myData")
@RequestScoped
public class DataPage {
    private static final String TEXTS = "mine";

    @Inject
    Visitor visitor;

    @Inject
    Proof proof;

    @Inject
    Erasure erasure;

    @Inject
    Clients clients;

    @Inject
    Templates templates;

    @Inject
    Notices notices;

    @Inject
    Way way;

    private String word = "";
    private @Nullable List<KeptLine> kept;

    /** What would have to stay if everything were erased now. */
    public List<KeptLine> getKept() {
        if (kept == null)
            kept = erasure.wouldKeep(visitor.account()).stream()
                    .map(each -> new KeptLine(
                            clients.registered(each.client()).map(Client::name).orElse(each.client()),
                            templates.find(each.template()).map(Template::name).orElse(each.template()),
                            each.until()))
                    .toList();
        return kept;
    }

    /** What the visitor typed, to say that everything is to be erased. */
    public String getWord() {
        return word;
    }

    /** Takes what is typed there. */
    public void setWord(@Nullable String word) {
        this.word = Optional.ofNullable(word).orElse("");
    }

    /** Downloads all of it. */
    @MayAct(Caller.PERSON)
    public void export() {
        if (proof.isCertain()) way.on("/api/me/export");
        else notices.refuse(TEXTS, "proof.needed");
    }

    /** Erases all of it, if the visitor typed the word that the page asks for. */
    @MayAct(Caller.PERSON)
    public void erase() {
        if (!proof.isCertain()) {
            notices.refuse(TEXTS, "proof.needed");
        } else if (!asked().equals(word.strip().toLowerCase(Locale.ROOT))) {
            notices.refuse(TEXTS, "data.erase.word.wrong");
        } else {
            String own = visitor.account();
            answer(Conflict.again(() -> erasure.erase(own, own)).refused());
        }
    }

    private void answer(Optional<Problem> refused) {
        // Of two clicks the second finds nothing of the account any more.
        if (refused.filter(Problem.LAST_ADMINISTRATOR::equals).isPresent())
            notices.refuse(TEXTS, "data.erase.last-administrator");
        else way.out("/signin/erased");
    }

    private static String asked() {
        FacesContext faces = FacesContext.getCurrentInstance();
        return faces.getApplication().getResourceBundle(faces, TEXTS).getString("data.erase.word");
    }
}
