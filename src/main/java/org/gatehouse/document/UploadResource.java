package org.gatehouse.document;

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
import org.gatehouse.endpoint.Applicants;
import org.gatehouse.http.Root;
import org.gatehouse.http.Under;
import org.jspecify.annotations.Nullable;

/** The documents of a person who signs up, by the path that wallets use, and by that of SelfKey's documents. */
@Under(Root.SELFKEY)
@Path("{client}/users/{files: files?}")
@RequestScoped
public class UploadResource {
    @Inject
    Applicants applicants;

    @Inject
    FileUpload upload;

    @Inject
    OwnFiles own;

    /** A form of the type {@code multipart/form-data} with one part, {@code document}: 200 with the {@code id} of the file. */
    @POST
    @PermitAll
    public Response upload(
            @PathParam("client") String client,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
            @Context HttpServletRequest request,
            InputStream body) {
        return applicants
                .find(client, request)
                .answer(applicant -> upload.answer(applicant, type, request.getContentLengthLong(), body));
    }

    /** The address of a file of the caller's own: 200 with its {@code url}. */
    @GET
    @Path("{id}")
    @PermitAll
    public Response file(
            @PathParam("client") String client, @PathParam("id") String id, @Context HttpServletRequest request) {
        return applicants.find(client, request).answer(applicant -> own.address(applicant, id));
    }

    /** The file itself, as a download. */
    @GET
    @Path("{id}/content")
    @PermitAll
    public Response content(
            @PathParam("client") String client, @PathParam("id") String id, @Context HttpServletRequest request) {
        return applicants.find(client, request).answer(applicant -> own.content(applicant, id));
    }
}
