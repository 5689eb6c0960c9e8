package org.gatehouse.console.client;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.gatehouse.client.Client;
import org.gatehouse.http.PublicUrl;

/** What to copy into a server so that people sign in there to an application, with its names and ours filled in. */
@Named("clientSetup")
@RequestScoped
public class SetupPage {
    private static final String EXAMPLE = "https://portal.example.org";
    private static final String BRIDGE = "/.gatehouse/callback";

    @Inject
    ClientPage page;

    @Inject
    Asked asked;

    @Inject
    PublicUrl publicUrl;

    /** The kinds of server. */
    public List<Setup> getSetups() {
        return List.of(Setup.values());
    }

    /** The kind that is shown. */
    public Setup getChosen() {
        return Setup.of(asked.text("for")).orElse(Setup.PAYARA);
    }

    /** The files of the kind that is shown. */
    public List<Setup.Snippet> getSnippets() {
        return page.read().map(client -> getChosen().filled(values(client))).orElse(List.of());
    }

    private Map<String, String> values(Client client) {
        String redirect = new TreeSet<>(client.uris().redirect())
                .stream().filter(uri -> uri.startsWith("http")).findFirst().orElse(EXAMPLE + "/callback");
        URI uri = URI.create(redirect);
        return Map.of(
                "gatehouse", publicUrl.issuer(),
                "client_id", client.id(),
                // In a text of JavaScript: a name is what somebody typed.
                "name", client.name().replaceAll("[\\\\'<>]", ""),
                "redirect_uri", redirect,
                "origin", uri.getScheme() + "://" + uri.getRawAuthority(),
                "host", uri.getHost(),
                "audience", client.tokens().audience(),
                "groups_claim", client.tokens().groupsClaim());
    }

    /** What any other client of OpenID Connect has to be told, by the keys of the texts. */
    public Map<String, String> getParameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        page.read().ifPresent(client -> {
            parameters.put("issuer", publicUrl.issuer());
            parameters.put("discovery", publicUrl.at("/.well-known/openid-configuration"));
            parameters.put("client-id", client.id());
            parameters.put(
                    "method",
                    page.getClient().definition().getString("token_endpoint_auth_method", "client_secret_basic"));
            parameters.put(
                    "redirect", String.join(" ", new TreeSet<>(client.uris().redirect())));
            parameters.put("scope", String.join(" ", new TreeSet<>(client.scope())));
            parameters.put("pkce", client.proofKeyRequired() ? "S256" : "S256 / -");
            parameters.put("algorithm", client.tokens().algorithm());
            parameters.put("audience", client.tokens().audience());
            parameters.put("groups", client.tokens().groupsClaim());
            parameters.put("keys", publicUrl.at("/oauth2/jwks"));
        });
        return parameters;
    }

    /** What the application's entry must say for this server and does not: keys of the texts. */
    public List<String> getMisfits() {
        return page.read().map(client -> misfits(getChosen(), client)).orElse(List.of());
    }

    static List<String> misfits(Setup setup, Client client) {
        List<String> misfits = new ArrayList<>();
        switch (setup) {
            case PAYARA -> {
                if (client.proofKeyRequired()) misfits.add("pkce");
                if (!client.authentication().bySecret()) misfits.add("secret");
            }
            case WILDFLY -> {
                if (!client.tokens().groupsClaim().equals("roles")) misfits.add("roles");
                if (!client.authentication().bySecret()) misfits.add("secret");
            }
            case SPRING -> {
                if (client.proofKeyRequired()) misfits.add("pkce-spring");
                if (!client.authentication().bySecret()) misfits.add("secret");
            }
            case APACHE -> {
                if (!client.authentication().bySecret()) misfits.add("secret");
            }
            case JWT -> {
                if (client.tokens().audience().equals(client.id())) misfits.add("audience");
                if (!client.tokens().algorithm().equals("RS256")) misfits.add("algorithm");
            }
            case NGINX, TRAEFIK -> {
                if (client.uris().redirect().stream()
                                .filter(uri -> uri.endsWith(BRIDGE))
                                .count()
                        != 1) {
                    misfits.add("bridge");
                }
            }
            case SELFKEY -> {
                if (client.selfkey().isEmpty()) misfits.add("selfkey");
            }
            case OIDC -> {}
        }
        return misfits;
    }
}
