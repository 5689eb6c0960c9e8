package org.gatehouse.console.client;

import static org.gatehouse.http.Caller.ADMINISTRATOR;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.gatehouse.client.Registrations;
import org.gatehouse.console.MayAct;
import org.gatehouse.console.Notices;
import org.gatehouse.console.Visitor;
import org.gatehouse.database.Conflict;
import org.gatehouse.kyc.webhook.Delivered;
import org.gatehouse.kyc.webhook.Deliveries;
import org.gatehouse.kyc.webhook.Webhook;
import org.gatehouse.kyc.webhook.WebhookAddress;
import org.gatehouse.kyc.webhook.WebhookSecret;
import org.gatehouse.kyc.webhook.Webhooks;
import org.jspecify.annotations.Nullable;

/** All webhooks, or those of one application; or one of them with what it was told. */
@Named("webhooksPage")
@RequestScoped
public class WebhooksPage {
    private static final int MOST = 500;
    private static final int DELIVERIES = 50;

    @Inject
    Registrations registrations;

    @Inject
    Webhooks webhooks;

    @Inject
    Deliveries deliveries;

    @Inject
    Asked asked;

    @Inject
    Visitor visitor;

    @Inject
    Notices notices;

    private Optional<Webhook> webhook = Optional.empty();
    private String client = "";
    private String target = "";
    private String url = "";
    private String wrong = "";
    private String secret = "";

    @PostConstruct
    void load() {
        client = asked.text("client");
        target = client;
        if (!isOne()) return;
        webhook = webhooks.find(asked.text("id"));
        if (webhook.isEmpty()) asked.nothing();
    }

    /** Whether the address names a webhook. */
    public boolean isOne() {
        return asked.has("id");
    }

    /** Whether there is that webhook. */
    public boolean isKnown() {
        return webhook.isPresent();
    }

    /** The webhook that the address names. */
    public Webhook getWebhook() {
        return webhook.orElseThrow();
    }

    /** The application whose webhooks are shown; empty for all. */
    public String getClient() {
        return client;
    }

    /** The webhooks that are shown, by application. */
    public List<Line> getLines() {
        List<Webhook> shown = client.isEmpty() ? webhooks.all(MOST) : webhooks.of(client);
        return shown.stream().map(this::line).toList();
    }

    private Line line(Webhook one) {
        return new Line(
                one,
                deliveries.told(one, Optional.empty(), 1).stream().findFirst().orElse(null));
    }

    /**
     * A webhook in the table.
     *
     * @param last what it was told last; null where it was told nothing
     */
    public record Line(Webhook webhook, @Nullable Delivered last) {}

    /** What the webhook was told, the newest first. */
    public List<Delivered> getDeliveries() {
        return webhook.map(one -> deliveries.told(one, Optional.empty(), DELIVERIES))
                .orElse(List.of());
    }

    /** The application that a new webhook is for. */
    public String getTarget() {
        return target;
    }

    public void setTarget(String target) {
        this.target = target;
    }

    /** The address of a new webhook. */
    public String getUrl() {
        return url;
    }

    public void setUrl(String url) {
        this.url = url;
    }

    /** The field that is wrong: {@code url} or {@code target}; empty where none is. */
    public String getWrong() {
        return wrong;
    }

    /** A secret that was made in this moment, to be shown now and never again; empty otherwise. */
    public String getSecret() {
        return secret;
    }

    /** Registers a webhook, and shows its secret. */
    @MayAct({ADMINISTRATOR})
    public void add() {
        Optional<URI> address = WebhookAddress.parse(url.strip());
        if (address.isEmpty()) {
            wrong("url", "webhook.refused.url");
        } else if (registrations.find(target.strip()).isEmpty()) {
            wrong("target", "webhook.refused.client");
        } else {
            add(target.strip(), address.get());
        }
    }

    private void add(String to, URI address) {
        Optional<Webhook> added = Conflict.again(() -> webhooks.add(to, address, visitor.account()));
        if (added.isEmpty()) {
            wrong("target", "webhook.refused.too-many");
            return;
        }
        secret = added.get().secrets().orElseThrow().current().text();
        url = "";
        notices.done(ClientPage.TEXTS, "webhook.added");
    }

    private void wrong(String field, String key) {
        wrong = field;
        notices.refuse(ClientPage.TEXTS, key);
    }

    /** Gives the webhook a new secret, and shows it. */
    @MayAct({ADMINISTRATOR})
    public void rotate() {
        webhook.ifPresent(one -> {
            Optional<WebhookSecret> next = webhooks.rotate(one.id(), one.client(), visitor.account());
            secret = next.map(WebhookSecret::text).orElse("");
            say(next.isPresent(), "webhook.rotated");
        });
    }

    /** Tells the webhook again that was disabled. */
    @MayAct({ADMINISTRATOR})
    public void enable() {
        webhook.ifPresent(one -> say(webhooks.enable(one.id(), one.client(), visitor.account()), "webhook.enabled"));
        again();
    }

    /** Tells the webhook nothing any more, until it is enabled. */
    @MayAct({ADMINISTRATOR})
    public void disable() {
        webhook.ifPresent(one -> say(webhooks.disable(one.id(), one.client(), visitor.account()), "webhook.disabled"));
        again();
    }

    /** Removes the webhook with its deliveries. */
    @MayAct({ADMINISTRATOR})
    public void remove() {
        webhook.ifPresent(one -> say(
                Conflict.again(() -> webhooks.remove(one.id(), one.client(), visitor.account())), "webhook.removed"));
        again();
    }

    /** Tells the webhook of an application that there is not. */
    @MayAct({ADMINISTRATOR})
    public void test() {
        webhook.filter(this::open).ifPresent(one -> {
            deliveries.test(one, one.client());
            notices.done(ClientPage.TEXTS, "webhook.tested");
        });
    }

    /** Sends the delivery again whose id the button sends along. */
    @MayAct({ADMINISTRATOR})
    public void sendAgain() {
        webhook.filter(this::open)
                .ifPresent(one -> say(deliveries.again(asked.text("delivery"), one), "webhook.sent-again"));
    }

    private boolean open(Webhook one) {
        if (one.disabledAt().isPresent()) notices.refuse(ClientPage.TEXTS, "webhook.refused.disabled");
        return one.disabledAt().isEmpty();
    }

    private void say(boolean done, String key) {
        if (done) notices.done(ClientPage.TEXTS, key);
        else notices.refuse("changed");
    }

    private void again() {
        webhook = webhook.flatMap(one -> webhooks.find(one.id()));
    }
}
