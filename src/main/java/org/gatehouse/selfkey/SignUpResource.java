package org.gatehouse.selfkey;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
import org.gatehouse.document.SentAttributes;
import org.gatehouse.endpoint.Body;
import org.gatehouse.endpoint.Refused;
import org.gatehouse.http.Root;
import org.gatehouse.http.Under;
import org.jspecify.annotations.Nullable;

/** Where a wallet signs its person up, by the path of SelfKey's documents or by that of KYC-Chain's. */
@Under(Root.SELFKEY)
@Path("{client}/{users:users|lws_users}")
@RequestScoped
public class SignUpResource {
    /** The largest body that is read, in bytes. */
    static final int MAX_BYTES = 524_288;

    @Inject
    WalletTokens tokens;

    @Inject
    SignUps signUps;

    @Inject
    SignUpForm form;

    /** <code>{"attributes": [{"id", "schemaId", "data"}], "meta": {}}</code> with a wallet token: 201 without a body, once or again. */
    @POST
    @PermitAll
    public Response signUp(
            @PathParam("client") String client,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            InputStream body) {
        return tokens.holder(client, authorization).answer(holder -> signUp(holder, body));
    }

    /**
     * The same as a form: parts {@code $document-1} and so on with files, {@code attributes} with the list, {@code meta}. Wallets of version 1.0.0-beta send
     * it, and all those for which a page has switched {@code /users/file} off.
     */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @PermitAll
    public Response signUpByForm(
            @PathParam("client") String client,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
            @Context HttpServletRequest request,
            InputStream body) {
        return tokens.holder(client, authorization)
                .answer(holder -> answer(form.signUp(holder, type, request.getContentLengthLong(), body)));
    }

    private Response signUp(Holder holder, InputStream body) {
        return Body.json(body, MAX_BYTES, object -> SentAttributes.read(object.get("attributes"))
                .map(sent -> answer(signUps.signUp(holder, sent)))
                .orElseGet(() ->
                        Refused.attributes("there is no list of attributes").answer()));
    }

    private static Response answer(Optional<Refused> refused) {
        return refused.map(Refused::answer).orElseGet(() -> Response.status(Response.Status.CREATED)
                .header("Cache-Control", "no-store")
                .build());
    }
}
