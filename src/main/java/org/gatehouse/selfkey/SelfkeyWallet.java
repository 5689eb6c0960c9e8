package org.gatehouse.selfkey;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;
import org.gatehouse.attribute.AttributeTypes;
import org.gatehouse.attribute.Requirement;
import org.gatehouse.client.Clients;
import org.gatehouse.endpoint.RootEndpoint;
import org.gatehouse.endpoint.RootEndpoints;
import org.gatehouse.http.Json;
import org.gatehouse.http.PublicUrl;
import org.gatehouse.session.Attempt;
import org.gatehouse.session.AttemptPurpose;
import org.gatehouse.session.Offer;
import org.gatehouse.session.WalletOption;

/**
 * The configuration that SelfKey's client library hands to the browser extension ({@code lws.init}). Its root endpoint is that of the application only where the
 * person has to sign up there; else it is ours, which asks for nothing, and whose tokens no application has.
 */
@Dependent
class SelfkeyWallet implements WalletOption {
    private final RootEndpoints roots;
    private final PublicUrl publicUrl;
    private final SelfkeySettings settings;

    @Inject
    SelfkeyWallet(RootEndpoints roots, PublicUrl publicUrl, SelfkeySettings settings) {
        this.roots = roots;
        this.publicUrl = publicUrl;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "selfkey";
    }

    @Override
    public String kind() {
        return "eip155";
    }

    @Override
    public Offer.InPage offer(Attempt attempt, Optional<String> client) {
        RootEndpoint root = client.filter(application -> attempt.purpose() == AttemptPurpose.SIGN_IN)
                .flatMap(roots::find)
                .filter(found -> !found.profile().requirements().isEmpty())
                .or(() -> roots.find(Clients.OWN))
                .orElseThrow();
        return new Offer.InPage(configuration(root), settings.library());
    }

    private JsonObject configuration(RootEndpoint root) {
        var attributes = Json.array();
        root.profile().requirements().forEach(requirement -> attributes.add(attribute(requirement)));
        return Json.object()
                .add("website", website(root))
                .add("rootEndpoint", root.url())
                .add("endpoints", Json.object())
                .add("attributes", attributes)
                .add("meta", Json.object())
                .add("did", true)
                .build();
    }

    /** The extension compares the origin of {@code url} with that of the page, which is ours. It links to terms and policy without asking whether there are any. */
    private JsonObjectBuilder website(RootEndpoint root) {
        return Json.object()
                .add("name", root.client().name())
                .add("url", publicUrl.at("/"))
                .add("termsUrl", publicUrl.at("/"))
                .add("policyUrl", publicUrl.at("/"));
    }

    /** Older extensions read {@code key}, {@code label} and {@code attribute}, newer ones {@code id}, {@code title} and {@code schemaId}. */
    private static JsonObjectBuilder attribute(Requirement requirement) {
        String schema = AttributeTypes.schemaId(requirement.attribute());
        return Json.object()
                .add("id", requirement.id())
                .add("key", requirement.id())
                .add("schemaId", schema)
                .add("attribute", schema)
                .add("title", requirement.called())
                .add("label", requirement.called())
                .add("required", requirement.required());
    }
}
