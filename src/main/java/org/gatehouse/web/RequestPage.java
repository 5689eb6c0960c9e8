package org.gatehouse.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatehouse.client.Client;
import org.gatehouse.http.Moments;
import org.gatehouse.http.PublicUrl;
import org.gatehouse.oidc.Outcome;
import org.gatehouse.oidc.ToldAttribute;
import org.gatehouse.oidc.Waiting;
import org.gatehouse.session.Session;
import org.jspecify.annotations.Nullable;

/** What our pages show of an application's request. */
@Named("ask")
@RequestScoped
public class RequestPage {
    /** In the order in which people read them. Address and groups stand in every token. */
    private static final List<String> TOLD = List.of(Client.PROFILE, Client.ATTRIBUTES, Client.OFFLINE_ACCESS);

    @Inject
    PublicUrl publicUrl;

    private @Nullable Waiting waiting;
    private @Nullable Session session;
    private String refusal = "";
    private List<String> scopes = List.of();
    private List<AttributeLine> attributes = List.of();
    private String attributeNames = "";
    private List<String> kinds = List.of();
    private boolean remembered;
    private Outcome.@Nullable StateTooLow tooLow;

    void show(Waiting waiting, Optional<Session> session) {
        this.waiting = waiting;
        this.session = session.orElse(null);
    }

    void refuse(Outcome.Reason reason) {
        refusal = reason.slug();
    }

    void consent(Outcome.Consent asked) {
        remembered = asked.remembered();
        scopes = TOLD.stream()
                .filter(asked.scope()::contains)
                .map(this::sentence)
                .toList();
        attributes = asked.attributes().stream().map(AttributeLine::new).toList();
        attributeNames = asked.attributes().stream().map(ToldAttribute::name).collect(Collectors.joining(" "));
    }

    /** Only a wallet of Idena has an identity there. */
    private String sentence(String scope) {
        boolean walletAlone =
                scope.equals(Client.PROFILE) && !session().wallet().kind().equals("idena");
        return walletAlone ? "wallet" : scope;
    }

    void takes(Set<String> wallets) {
        kinds = wallets.stream().sorted().toList();
    }

    void tooLow(Outcome.StateTooLow outcome) {
        tooLow = outcome;
    }

    /** The slug of why the request is refused. */
    public String getRefusal() {
        return refusal;
    }

    /** The application's name. */
    public String getApplication() {
        return waiting().client().name();
    }

    /** Where the page's forms go, below the base; without a slash at its begin. */
    public String getAction() {
        return getPath().substring(1);
    }

    /** Where the request goes on, as a form sends it back. */
    public String getPath() {
        return waiting().path();
    }

    /** The address of the wallet that is signed in. */
    public String getAddress() {
        return session().wallet().address().toString();
    }

    /** The address as a picture. */
    public PersonPicture getPicture() {
        return PersonPicture.of(getAddress());
    }

    /** The id of the session that is asked, which is no secret. */
    public String getSession() {
        return session().id();
    }

    /** The names of the resource bundles' sentences on what the application would learn. */
    public List<String> getScopes() {
        return scopes;
    }

    /** What the application would learn of what the person shares with it. */
    public List<AttributeLine> getAttributes() {
        return attributes;
    }

    /** The names of these attributes, with spaces between, as the form sends them back: what was shown is what is allowed. */
    public String getAttributeNames() {
        return attributeNames;
    }

    /** Whether the application gets tokens for our own API, and so can do here what the person can. */
    public boolean isActing() {
        return waiting().client().tokens().audience().equals(publicUrl.at("/api"));
    }

    /** Whether the person is not asked again for the same. */
    public boolean isRemembered() {
        return remembered;
    }

    /** The kinds of wallet that the application takes. */
    public List<String> getKinds() {
        return kinds;
    }

    /** The least state that the application takes. */
    public String getRequired() {
        return Optional.ofNullable(tooLow).orElseThrow().required();
    }

    /** The state that the person has. */
    public String getState() {
        return Optional.ofNullable(tooLow).orElseThrow().state();
    }

    /** When people next validate their identities; null where that is not known. */
    public @Nullable Instant getNextCeremony() {
        return Optional.ofNullable(tooLow).orElseThrow().nextCeremony().orElse(null);
    }

    /** The same for people without JavaScript: in UTC. */
    public String getNextCeremonyText() {
        return Optional.ofNullable(getNextCeremony()).map(Moments::dateAndTime).orElse("");
    }

    private Waiting waiting() {
        return Optional.ofNullable(waiting).orElseThrow();
    }

    private Session session() {
        return Optional.ofNullable(session).orElseThrow();
    }
}
