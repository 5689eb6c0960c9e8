package org.gatehouse.oidc;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gatehouse.client.Client;
import org.gatehouse.client.ClientAuthentication.Method;
import org.gatehouse.http.Json;
import org.gatehouse.http.PublicUrl;
import org.gatehouse.http.Root;
import org.gatehouse.http.Under;
import org.gatehouse.token.KeyFamily;

/** What clients find out by themselves (OpenID Connect Discovery 1.0 section 3, RFC 8414 section 2): everything that is supported, and nothing else. */
@Under(Root.WELL_KNOWN)
@Path("{document:openid-configuration|oauth-authorization-server}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class DiscoveryResource {
    private static final String[] CLAIMS = {
        "iss",
        "sub",
        "aud",
        "exp",
        "iat",
        "auth_time",
        "nonce",
        "acr",
        "amr",
        "azp",
        "sid",
        "at_hash",
        "groups",
        "preferred_username",
        "wallet",
        "idena"
    };

    @Inject
    PublicUrl publicUrl;

    /** The one document, under both of its names. */
    @GET
    @PermitAll
    public Response configuration() {
        return Response.ok(document(publicUrl).toString())
                .header("Cache-Control", "public, max-age=300")
                .build();
    }

    static JsonObject document(PublicUrl publicUrl) {
        return Json.object()
                .addAll(endpoints(publicUrl))
                .addAll(authentication())
                .add("response_types_supported", array("code"))
                .add("response_modes_supported", array("query", "form_post"))
                .add("grant_types_supported", array("authorization_code", "refresh_token"))
                .add("subject_types_supported", array("public"))
                .add("id_token_signing_alg_values_supported", array(names(KeyFamily.TOKEN.algorithms().stream())))
                .add("code_challenge_methods_supported", array("S256"))
                .add("scopes_supported", array(Client.OPENID, Client.PROFILE, Client.OFFLINE_ACCESS, Client.ATTRIBUTES))
                .add("claims_supported", array(CLAIMS))
                .add("acr_values_supported", array(RequestReader.ACRS))
                .add("prompt_values_supported", array(RequestReader.PROMPTS))
                .add("ui_locales_supported", array(UiLocales.SPOKEN))
                .add("authorization_response_iss_parameter_supported", true)
                .add("backchannel_logout_supported", true)
                .add("backchannel_logout_session_supported", true)
                .add("claims_parameter_supported", false)
                .add("request_parameter_supported", false)
                .add("request_uri_parameter_supported", false)
                .build();
    }

    private static JsonObjectBuilder endpoints(PublicUrl publicUrl) {
        return Json.object()
                .add("issuer", publicUrl.issuer())
                .add("authorization_endpoint", publicUrl.at("/oauth2/authorize"))
                .add("token_endpoint", publicUrl.at("/oauth2/token"))
                .add("userinfo_endpoint", publicUrl.at("/oauth2/userinfo"))
                .add("jwks_uri", publicUrl.at("/oauth2/jwks"))
                .add("end_session_endpoint", publicUrl.at("/oauth2/logout"))
                .add("revocation_endpoint", publicUrl.at("/oauth2/revoke"))
                .add("introspection_endpoint", publicUrl.at("/oauth2/introspect"));
    }

    private static JsonObjectBuilder authentication() {
        JsonArray algorithms = array(ClientAssertions.ALGORITHMS).build();
        JsonArray all = methods(method -> true);
        JsonArray confidential = methods(method -> method != Method.NONE);
        return Json.object()
                .add("token_endpoint_auth_methods_supported", all)
                .add("token_endpoint_auth_signing_alg_values_supported", algorithms)
                .add("revocation_endpoint_auth_methods_supported", all)
                .add("revocation_endpoint_auth_signing_alg_values_supported", algorithms)
                .add("introspection_endpoint_auth_methods_supported", confidential)
                .add("introspection_endpoint_auth_signing_alg_values_supported", algorithms);
    }

    private static JsonArray methods(Predicate<Method> which) {
        return array(names(Arrays.stream(Method.values()).filter(which)).stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .toList())
                .build();
    }

    private static List<String> names(Stream<? extends Enum<?>> values) {
        return values.map(Enum::name).toList();
    }

    private static JsonArrayBuilder array(String... values) {
        return array(List.of(values));
    }

    private static JsonArrayBuilder array(List<String> values) {
        JsonArrayBuilder array = Json.array();
        values.forEach(array::add);
        return array;
    }
}
