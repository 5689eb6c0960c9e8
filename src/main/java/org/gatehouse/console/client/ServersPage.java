package org.gatehouse.console.client;

import static org.gatehouse.http.Caller.ADMINISTRATOR;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.gatehouse.client.StoredClient;
import org.gatehouse.console.MayAct;
import org.gatehouse.console.Notices;
import org.gatehouse.console.Visitor;
import org.gatehouse.database.Conflict;
import org.gatehouse.kyc.application.Text;
import org.gatehouse.kyc.review.ApiKeys;
import org.gatehouse.kyc.webhook.Webhook;
import org.gatehouse.kyc.webhook.Webhooks;
import org.gatehouse.vault.Secret;

/** What the servers of an application use of its KYC: keys of the API, and webhooks. */
@Named("clientServers")
@RequestScoped
public class ServersPage {
    private static final int LONGEST_NAME = 100;

    @Inject
    ClientPage page;

    @Inject
    ApiKeys keys;

    @Inject
    Webhooks webhooks;

    @Inject
    Asked asked;

    @Inject
    Visitor visitor;

    @Inject
    Notices notices;

    private String name = "";
    private Optional<Secret> made = Optional.empty();

    /** The keys that hold. */
    public List<ApiKeys.Live> getKeys() {
        return page.client().map(client -> keys.list(client.id())).orElse(List.of());
    }

    /** The webhooks. */
    public List<Webhook> getWebhooks() {
        return page.client().map(client -> webhooks.of(client.id())).orElse(List.of());
    }

    /** What a new key is called. */
    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    /** A key that was made in this moment, to be shown now and never again; empty otherwise. */
    public String getMade() {
        return made.map(Secret::text).orElse("");
    }

    /** Makes a key and shows it. */
    @MayAct({ADMINISTRATOR})
    public void make() {
        Optional<StoredClient> client = page.client();
        Optional<String> line = Text.line(name, LONGEST_NAME);
        if (client.isEmpty() || line.isEmpty()) {
            notices.refuse(ClientPage.TEXTS, "client.api.name-missing");
            return;
        }
        made = Conflict.again(() -> keys.issue(client.get().id(), line.get(), visitor.account()));
        if (made.isPresent()) {
            name = "";
            notices.done(ClientPage.TEXTS, "client.api.made");
        } else {
            notices.refuse(ClientPage.TEXTS, "client.api.too-many");
        }
    }

    /** Revokes the key whose id the button sends along. */
    @MayAct({ADMINISTRATOR})
    public void revoke() {
        String id = page.client().map(StoredClient::id).orElse("");
        boolean revoked = Conflict.again(() -> keys.revoke(id, asked.text("key"), visitor.account()));
        if (revoked) notices.done(ClientPage.TEXTS, "client.api.revoked");
        else notices.refuse("changed");
    }
}
