package org.gatehouse.document;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
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

/**
 * The documents where KYC-Chain's mapping sends them. A class of its own: JAX-RS goes by the class path with the most literal characters, and of several that have
 * as many takes any (Jakarta RESTful Web Services 3.1 section 3.7.2).
 */
@Under(Root.SELFKEY)
@Path("{client}/files")
@RequestScoped
public class FilesResource {
    @Inject
    Applicants applicants;

    @Inject
    FileUpload upload;

    /** The same as {@link UploadResource} answers. */
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
}
