package org.gatehouse.console.client;

import static org.gatehouse.http.Caller.ADMINISTRATOR;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.client.Client;
import org.gatehouse.client.LiveSecret;
import org.gatehouse.client.Registered;
import org.gatehouse.client.Registrations;
import org.gatehouse.client.StoredClient;
import org.gatehouse.console.MayAct;
import org.gatehouse.console.Notices;
import org.gatehouse.console.Visitor;
import org.gatehouse.http.Json;
import org.gatehouse.vault.Secret;
import org.jspecify.annotations.Nullable;

/** One application: which part of its page is shown, its secrets, whether it may do anything, and its end. */
@Named("clientPage")
@RequestScoped
public class ClientPage {
    /** Of the texts of this area. */
    static final String TEXTS = "adm";

    @Inject
    Registrations registrations;

    @Inject
    Asked asked;

    @Inject
    Visitor visitor;

    @Inject
    Notices notices;

    private Optional<StoredClient> client = Optional.empty();
    private Part part = Part.SETTINGS;
    private Optional<Secret> secret = Optional.empty();
    private String overlap = "P1D";
    private @Nullable String typedId;
    private String held = "";
    private boolean removed;

    @PostConstruct
    void load() {
        if (isFresh()) {
            part = Part.of(asked.text("part")).filter(one -> one == Part.ENTRY).orElse(Part.SETTINGS);
            return;
        }
        client = registrations.find(asked.text("id"));
        part = Part.of(asked.text("part")).orElse(Part.SETTINGS);
        if (client.isEmpty()) asked.nothing();
    }

    /** Whether a new application is to be registered. */
    public boolean isFresh() {
        return asked.has("new");
    }

    /** Whether there is the application that the address names. */
    public boolean isKnown() {
        return client.isPresent();
    }

    /** The application. */
    public StoredClient getClient() {
        return client.orElseThrow();
    }

    Optional<StoredClient> client() {
        return client;
    }

    /** Takes the application as it is after a change, and a secret to show once. */
    void becomes(Registered registered) {
        registered.client().ifPresent(now -> client = Optional.of(now));
        secret = registered.secret();
    }

    /** Its entry as this version reads it; empty where it cannot. */
    Optional<Client> read() {
        return client.flatMap(registrations::read);
    }

    /** The part of the page that is shown. */
    public Part getPart() {
        return part;
    }

    /** The parts that there are. */
    public List<Part> getParts() {
        return Arrays.asList(Part.values());
    }

    /** Members that were changed here and differ from the clients file. */
    public Set<String> getChangedHere() {
        return client.map(StoredClient::changedHere).orElse(Set.of());
    }

    /** What an administrator may want to change, a sentence each. */
    public List<String> getReminders() {
        return client.map(registrations::reminders).orElse(List.of());
    }

    /** The secrets that it may prove itself by. */
    public List<LiveSecret> getSecrets() {
        return client.map(one -> registrations.secrets(one.id())).orElse(List.of());
    }

    /** Whether it proves itself by a secret. */
    public boolean isBySecret() {
        return read().filter(one -> one.authentication().bySecret()).isPresent();
    }

    /** A secret that was made in this moment, to be shown now and never again; empty otherwise. */
    public String getSecret() {
        return secret.map(Secret::text).orElse("");
    }

    /** For how long the secrets before are taken beside a new one: a duration of ISO 8601. */
    public String getOverlap() {
        return overlap;
    }

    public void setOverlap(String overlap) {
        this.overlap = overlap;
    }

    /** The overlaps that can be chosen. */
    public List<String> getOverlaps() {
        return List.of("PT0S", "PT1H", "P1D", "P7D", "P30D");
    }

    /** Makes a new secret and shows it. */
    @MayAct({ADMINISTRATOR})
    public void renewSecret() {
        if (client.isEmpty() || !getOverlaps().contains(overlap)) return;
        Registered renewed = registrations.renewSecret(getClient().id(), Duration.parse(overlap), visitor.account());
        secret = renewed.secret();
        say(renewed, "client.secret.made");
    }

    /** Lets nobody use the application any more, until it is enabled. */
    @MayAct({ADMINISTRATOR})
    public void disable() {
        enabled(false, "client.disabled");
    }

    /** Lets people use it again. */
    @MayAct({ADMINISTRATOR})
    public void enable() {
        enabled(true, "client.enabled");
    }

    private void enabled(boolean enabled, String done) {
        if (client.isEmpty()) return;
        JsonValue value = enabled ? JsonValue.TRUE : JsonValue.FALSE;
        Registered changed = registrations.change(
                getClient().id(),
                any -> true,
                entry -> Json.copy(entry).add("enabled", value).build(),
                visitor.account());
        becomes(changed);
        say(changed, done);
    }

    /** What was typed to confirm the removal. */
    public @Nullable String getTypedId() {
        return typedId;
    }

    public void setTypedId(@Nullable String typedId) {
        this.typedId = typedId;
    }

    /** Why it could not be removed: what it is needed for. */
    public String getHeld() {
        return held;
    }

    /** Whether it was removed in this moment. */
    public boolean isRemoved() {
        return removed;
    }

    /** Removes the application, where its id was typed. */
    @MayAct({ADMINISTRATOR})
    public void remove() {
        if (client.isEmpty()) return;
        if (typedId == null || !typedId.strip().equals(getClient().id())) {
            notices.refuse(TEXTS, "client.remove.not-typed");
            return;
        }
        Registered gone = registrations.remove(getClient().id(), any -> true, visitor.account());
        held = gone.why();
        removed = gone.done();
        say(gone, "client.removed");
    }

    void say(Registered registered, String done) {
        switch (registered.outcome()) {
            case DONE -> notices.done(TEXTS, done);
            case TAKEN -> notices.refuse(TEXTS, "client.refused.taken");
            case WRONG -> notices.refuse(TEXTS, "client.refused.wrong");
            case HELD -> notices.refuse(TEXTS, "client.refused.held");
            case WITHOUT_SECRET -> notices.refuse(TEXTS, "client.refused.without-secret");
            case UNKNOWN, BUILT_IN -> notices.refuse(TEXTS, "client.refused.unknown");
            case CHANGED_SINCE -> notices.refuse("changed");
        }
    }

    /** A part of the page. */
    public enum Part {
        SETTINGS,
        ENTRY,
        SECRETS,
        RULES,
        SETUP,
        SERVERS,
        STATE;

        static Optional<Part> of(String name) {
            return Arrays.stream(values())
                    .filter(part -> part.getName().equals(name))
                    .findFirst();
        }

        /** As it stands in addresses. */
        public String getName() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
