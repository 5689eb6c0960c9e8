package org.gatehouse.console.people;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.gatehouse.account.AccountDirectory;
import org.gatehouse.console.Asked;
import org.gatehouse.console.MayAct;
import org.gatehouse.console.Notices;
import org.gatehouse.console.Visitor;
import org.gatehouse.database.Conflict;
import org.gatehouse.http.Caller;
import org.gatehouse.people.Erasure;
import org.gatehouse.people.People;
import org.gatehouse.problem.Problem;
import org.gatehouse.vault.Randomness;
import org.jspecify.annotations.Nullable;

/** One person, and what an administrator may do. */
@Named("personPage")
@RequestScoped
public class PersonPage {
    private static final String BUNDLE = "adm";

    @Inject
    AccountDirectory directory;

    @Inject
    People people;

    @Inject
    Erasure erasure;

    @Inject
    Visitor visitor;

    @Inject
    Notices notices;

    private boolean looked;
    private @Nullable PersonLine person;
    private String role = "";
    private String reason = "";
    private String typed = "";

    /** The id that the page was asked for. */
    public String getId() {
        return Asked.of("id").filter(Randomness::isId).orElse("");
    }

    /** The person; null where there is none of this id, or no more. */
    public @Nullable PersonLine getPerson() {
        if (!looked) person = directory.find(getId()).map(PersonLine::of).orElse(null);
        looked = true;
        return person;
    }

    /** The roles that the person does not have. */
    public List<String> getMissingRoles() {
        PersonLine line = getPerson();
        List<String> missing =
                new ArrayList<>(List.of(Caller.ADMINISTRATOR, Caller.AUDITOR, Caller.LEAD_REVIEWER, Caller.REVIEWER));
        if (line != null) missing.removeAll(line.roles());
        return missing;
    }

    /** What has to be typed before something is done that cannot be undone: the end of the id. */
    public String getWord() {
        String id = getId();
        return id.substring(Math.max(0, id.length() - 6));
    }

    /** Gives the role that was chosen. */
    @MayAct(Caller.ADMINISTRATOR)
    public void give() {
        if (!getMissingRoles().contains(role)) return;
        act("person.role-given", () -> people.giveRole(getId(), role));
    }

    /** Takes the role whose button was pressed. */
    @MayAct(Caller.ADMINISTRATOR)
    public void take() {
        act("person.role-taken", () -> people.takeRole(getId(), Asked.of("role").orElse("")));
    }

    /** Lets nobody sign in any more. */
    @MayAct(Caller.ADMINISTRATOR)
    public void block() {
        act("person.blocked-now", () -> people.block(getId(), reason));
    }

    /** Lets people sign in again. */
    @MayAct(Caller.ADMINISTRATOR)
    public void unblock() {
        act("person.unblocked", () -> people.unblock(getId()));
    }

    /** Ends the session whose button was pressed. */
    @MayAct(Caller.ADMINISTRATOR)
    public void endSession() {
        act(
                "person.session-ended",
                () -> people.endSession(getId(), Asked.of("session").orElse("")));
    }

    /** Signs the person out everywhere. */
    @MayAct(Caller.ADMINISTRATOR)
    public void endAll() {
        act("person.signed-out", () -> people.signOut(getId()));
    }

    /** Erases what is kept of the person, if it was confirmed. */
    @MayAct(Caller.ADMINISTRATOR)
    public void erase() {
        if (!typed.strip().equals(getWord())) {
            notices.refuse(BUNDLE, "confirm.wrong");
            return;
        }
        act("person.erased", () -> erasure.erase(getId(), visitor.account()).refused());
    }

    private void act(String done, Supplier<Optional<Problem>> work) {
        Optional<Problem> refused = getId().isEmpty() ? Optional.of(Problem.UNKNOWN_ACCOUNT) : Conflict.again(work);
        looked = false;
        if (refused.isEmpty()) notices.done(BUNDLE, done);
        else notices.refuse(BUNDLE, "refused." + refused.get().slug());
    }

    /** The role to give. */
    public String getRole() {
        return role;
    }

    /** Sets the role to give. */
    public void setRole(String role) {
        this.role = role;
    }

    /** Why the person is blocked. */
    public String getReason() {
        return reason;
    }

    /** Sets why the person is blocked. */
    public void setReason(String reason) {
        this.reason = reason;
    }

    /** What was typed to confirm. */
    public String getTyped() {
        return "";
    }

    /** Sets what was typed to confirm. */
    public void setTyped(String typed) {
        this.typed = typed;
    }
}
