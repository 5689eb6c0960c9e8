package org.gatehouse.selfkey;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.gatehouse.http.Root;
import org.gatehouse.http.Under;
import org.jspecify.annotations.Nullable;

/** The documents of a person who signs up, by the path that wallets use, and by that of SelfKey's documents. */
@Under(Root.SELFKEY)
@Path("{client}/users/{files: files?}")
@RequestScoped
public class UploadResource {
    @Inject
    WalletTokens tokens;

    @Inject
    FileUpload upload;

    @Inject
    OwnFiles own;

    /** A form of the type {@code multipart/form-data} with one part, {@code document}: 200 with the {@code id} of the file. */
    @POST
    @PermitAll
    public Response upload(
            @PathParam("client") String client,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
            @Context HttpServletRequest request,
            InputStream body) {
        return tokens.holder(client, authorization)
                .answer(holder -> upload.answer(holder, type, request.getContentLengthLong(), body));
    }

    /** The address of a file of the caller's own: 200 with its {@code url}. */
    @GET
    @Path("{id}")
    @PermitAll
    public Response file(
            @PathParam("client") String client,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        return tokens.holder(client, authorization).answer(holder -> own.address(holder, id));
    }

    /** The file itself, as a download. */
    @GET
    @Path("{id}/content")
    @PermitAll
    public Response content(
            @PathParam("client") String client,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        return tokens.holder(client, authorization).answer(holder -> own.content(holder, id));
    }
}
