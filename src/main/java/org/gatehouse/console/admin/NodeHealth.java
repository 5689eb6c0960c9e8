package org.gatehouse.console.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.gatehouse.account.NetworkHealth;
import org.gatehouse.account.WalletNetwork;
import org.gatehouse.console.Texts;
import org.gatehouse.console.When;
import org.gatehouse.kyc.webhook.WebhookHealth;
import org.gatehouse.ops.ReadyCheck;
import org.gatehouse.ops.SweepLog;
import org.gatehouse.outbox.Backlog;
import org.gatehouse.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** Whether all goes well, as this node sees it. It asks the database alone; of networks it says how they answered before. */
@Named("nodeHealth")
@RequestScoped
public class NodeHealth {
    private static final String GOOD = "good";
    private static final String ASK = "ask";
    private static final String BAD = "bad";

    @Inject
    @Any
    Instance<ReadyCheck> checks;

    @Inject
    @Any
    Instance<WalletNetwork> networks;

    @Inject
    @Any
    Instance<Outbox> outboxes;

    @Inject
    WebhookHealth webhooks;

    @Inject
    SweepLog sweeps;

    /**
     * How one part is.
     *
     * @param name what it is
     * @param state {@code good}, {@code ask} or {@code bad}
     * @param word the state in a word
     * @param text more of it; may be empty
     * @param at the time that the text is of; null where it is of none
     */
    public record Part(String name, String state, String word, String text, @Nullable When at) {}

    /** Every part. */
    public List<Part> getParts() {
        Texts texts = Texts.of("adm");
        List<Part> parts = new ArrayList<>();
        for (ReadyCheck check : checks) parts.add(ready(check, texts));
        for (WalletNetwork network : networks)
            parts.add(network.health()
                    .map(health -> network(health, texts))
                    .orElseGet(
                            () -> part("overview.health.idena", GOOD, "off", "overview.health.nobody", null, texts)));
        for (Outbox outbox : outboxes) parts.add(outbox(outbox, texts));
        parts.add(webhooks(texts));
        parts.add(sweeps(texts));
        return parts;
    }

    private static Part ready(ReadyCheck check, Texts texts) {
        boolean ready = check.ready();
        String name = texts.getOr("overview.health." + check.name(), check.name());
        return new Part(name, ready ? GOOD : BAD, word(ready ? "good" : "bad", texts), "", null);
    }

    private static Part network(NetworkHealth health, Texts texts) {
        String name = "overview.health.idena." + health.source();
        if (health.failing()) return part(name, BAD, BAD, "overview.health.failed", When.of(health.failedAt()), texts);
        return health.answeredAt().isPresent()
                ? part(name, GOOD, GOOD, "overview.health.answered", When.of(health.answeredAt()), texts)
                : part(name, GOOD, "idle", "overview.health.never", null, texts);
    }

    private static Part outbox(Outbox outbox, Texts texts) {
        Backlog backlog = outbox.backlog();
        String state = backlog.failing() > 0 ? ASK : GOOD;
        return new Part(
                texts.getOr("overview.outbox." + outbox.name().replace(' ', '-'), outbox.name()),
                state,
                word(state, texts),
                texts.get("overview.outbox.text", backlog.waiting(), backlog.failing()),
                null);
    }

    private Part webhooks(Texts texts) {
        long failing = webhooks.failing();
        long disabled = webhooks.disabled();
        String state = failing > 0 ? BAD : disabled > 0 ? ASK : GOOD;
        return new Part(
                texts.get("overview.health.webhooks"),
                state,
                word(state, texts),
                texts.get("overview.health.webhooks.text", failing, disabled),
                null);
    }

    private Part sweeps(Texts texts) {
        String name = "overview.health.sweeps";
        SweepLog.Round round = sweeps.last().orElse(null);
        if (round == null) return part(name, GOOD, "idle", "overview.health.sweeps.none", null, texts);
        boolean good = round.failed().isEmpty();
        return new Part(
                texts.get(name),
                good ? GOOD : BAD,
                word(good ? GOOD : BAD, texts),
                good ? texts.get("overview.health.sweeps.last") : String.join(", ", round.failed()),
                When.of(round.endedAt()));
    }

    private static Part part(String name, String state, String word, String text, @Nullable When at, Texts texts) {
        return new Part(texts.get(name), state, word(word, texts), texts.get(text), at);
    }

    private static String word(String word, Texts texts) {
        return texts.get("overview.word." + word);
    }
}
