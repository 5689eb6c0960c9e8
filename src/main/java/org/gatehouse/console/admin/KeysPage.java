package org.gatehouse.console.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.gatehouse.console.Asked;
import org.gatehouse.console.MayAct;
import org.gatehouse.console.Notices;
import org.gatehouse.console.Texts;
import org.gatehouse.console.Visitor;
import org.gatehouse.http.Caller;
import org.gatehouse.problem.Problem;
import org.gatehouse.token.KeyPlans;
import org.jspecify.annotations.Nullable;
import org.primefaces.model.timeline.TimelineModel;

/** The signing keys: what each is, what becomes of it, and what an administrator may do to it. */
@Named("keysPage")
@RequestScoped
public class KeysPage {
    private static final String BUNDLE = "adm";
    private static final String GONE = "gone";

    @Inject
    KeyPlans plans;

    @Inject
    Visitor visitor;

    @Inject
    Notices notices;

    private @Nullable List<KeyLine> keys;
    private String typed = "";

    private List<KeyLine> all() {
        List<KeyLine> known = keys;
        if (known == null) {
            known = plans.all().stream().map(KeyLine::of).toList();
            keys = known;
        }
        return known;
    }

    /** The keys that are not gone. */
    public List<KeyLine> getKeys() {
        return all().stream().filter(key -> !key.state().equals(GONE)).toList();
    }

    /** Those that are. */
    public List<KeyLine> getGone() {
        return all().stream().filter(key -> key.state().equals(GONE)).toList();
    }

    /** When each key signs, and as long as what it signed is taken. */
    public TimelineModel<String, Object> getTimeline() {
        return KeyTimeline.of(
                plans.all().stream().filter(key -> !key.state().equals(GONE)).toList(), Texts.of(BUNDLE));
    }

    /** The key that someone wants to take out; null where nobody does. */
    public @Nullable KeyLine getKey() {
        String kid = Asked.of("kid").orElse("");
        return getKeys().stream()
                .filter(key -> key.kid().equals(kid))
                .findFirst()
                .orElse(null);
    }

    /** What has to be typed before a key is taken out: the end of its id. */
    public String getWord() {
        String kid = Asked.of("kid").orElse("");
        return kid.substring(Math.max(0, kid.length() - 6));
    }

    /** Makes the successor of the key whose button was pressed. */
    @MayAct(Caller.ADMINISTRATOR)
    public void rotate() {
        said(
                "key.rotated",
                plans.rotate(
                                Asked.of("family").orElse(""),
                                Asked.of("algorithm").orElse(""),
                                visitor.account())
                        .refused());
    }

    /** Takes the key out, if it was confirmed. */
    @MayAct(Caller.ADMINISTRATOR)
    public void revoke() {
        if (getWord().isEmpty() || !typed.strip().equals(getWord())) notices.refuse(BUNDLE, "confirm.wrong");
        else said("key.revoked", plans.revoke(Asked.of("kid").orElse(""), visitor.account()));
    }

    private void said(String done, Optional<Problem> refused) {
        keys = null;
        if (refused.isEmpty()) notices.done(BUNDLE, done);
        else notices.refuse(BUNDLE, "refused." + refused.get().slug());
    }

    /** What was typed to confirm; never shown again. */
    public String getTyped() {
        return "";
    }

    /** Sets what was typed to confirm. */
    public void setTyped(String typed) {
        this.typed = typed;
    }
}
