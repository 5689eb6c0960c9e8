package org.gatehouse.kyc.page;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.gatehouse.brand.BrandPage;
import org.gatehouse.endpoint.Applicant;
import org.gatehouse.endpoint.RootEndpoint;
import org.gatehouse.endpoint.RootEndpoints;
import org.gatehouse.http.Multipart;

/** The pages of applications. Of another person's it is not even said that they are there. No part of a form is asked of the server: {@link FormReader} reads them. */
@WebServlet("/kyc/*")
@MultipartConfig(maxRequestSize = Multipart.MAX_BYTES + KycServlet.SO_THAT_WE_REFUSE)
class KycServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    /** By how many bytes more the server lets a form through than is read. */
    static final long SO_THAT_WE_REFUSE = 20_000_000;

    @Inject
    transient RootEndpoints roots;

    @Inject
    transient BrandPage brand;

    @Inject
    transient Visitors visitors;

    @Inject
    transient OwnPages own;

    @Inject
    transient StrangerPage stranger;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        answer(request, response, false);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        answer(request, response, true);
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, boolean form)
            throws ServletException, IOException {
        String info = Optional.ofNullable(request.getPathInfo()).orElse("");
        Optional<ApplicationPath> path = ApplicationPath.parse(info);
        Optional<RootEndpoint> root = path.flatMap(named -> roots.find(named.client()));
        if (path.isEmpty() || root.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        brand.of(root.get().client().id());
        List<Applicant> people = visitors.of(root.get(), request);
        if (people.isEmpty()) {
            stranger.show(path.get().page(), root.get().client().name());
            View.SIGN_IN.show(request, response);
        } else if (!own.answer(people, path.get(), form, request, response)) {
            stranger.show(path.get().page(), root.get().client().name());
            View.NOT_YOURS.show(request, response);
        }
    }
}
