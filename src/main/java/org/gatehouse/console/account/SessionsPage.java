package org.gatehouse.console.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.gatehouse.console.MayAct;
import org.gatehouse.console.Visitor;
import org.gatehouse.database.Conflict;
import org.gatehouse.http.Caller;
import org.gatehouse.session.Sessions;
import org.gatehouse.vault.Randomness;
import org.jspecify.annotations.Nullable;

/** The visitor's sessions, to look at and to end. Nobody gains by ending one: this needs no proof of who sits there. */
@Named("mySessions")
@RequestScoped
public class SessionsPage {
    private static final String PAGE = "/account/sessions?note=";

    @Inject
    Visitor visitor;

    @Inject
    Sessions sessions;

    @Inject
    Way way;

    private @Nullable List<SessionLine> lines;

    /** Those that are live, this one first, then the one that was used last. */
    public List<SessionLine> getLines() {
        if (lines == null) lines = read();
        return lines;
    }

    private List<SessionLine> read() {
        String current = visitor.session().id();
        return sessions.of(visitor.account()).stream()
                .map(use -> new SessionLine(use, use.session().id().equals(current)))
                .sorted((one, other) -> Boolean.compare(other.isCurrent(), one.isCurrent()))
                .toList();
    }

    /** Whether there is another than this one. */
    public boolean isOthers() {
        return getLines().stream().anyMatch(line -> !line.isCurrent());
    }

    /** Ends the session that the button names. */
    @MayAct(Caller.PERSON)
    public void end() {
        Optional<String> id = Optional.ofNullable(FacesContext.getCurrentInstance()
                        .getExternalContext()
                        .getRequestParameterMap()
                        .get("id"))
                .filter(Randomness::isId);
        boolean ended = id.isPresent() && Conflict.again(() -> sessions.end(visitor.account(), id.get()));
        if (id.filter(visitor.session().id()::equals).isPresent()) way.out("/");
        else way.on(PAGE + (ended ? "session-ended" : "session-gone"));
    }

    /** Ends all but this one. */
    @MayAct(Caller.PERSON)
    public void endOthers() {
        Conflict.again(
                () -> sessions.endOthers(visitor.account(), visitor.session().id()));
        way.on(PAGE + "others-ended");
    }

    /** Signs out everywhere, with all that applications were given. */
    @MayAct(Caller.PERSON)
    public void endAll() {
        Conflict.again(() -> sessions.endAll(visitor.account()));
        way.out("/");
    }
}
