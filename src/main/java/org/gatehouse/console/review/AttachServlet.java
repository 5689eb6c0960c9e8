package org.gatehouse.console.review;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Optional;
import org.gatehouse.console.Visitor;
import org.gatehouse.http.PublicUrl;
import org.gatehouse.kyc.application.Actor;
import org.gatehouse.kyc.review.Attaching;
import org.gatehouse.kyc.review.Task;

/** Adds a file to an application: a form with the parts {@code type} and {@code file}, which is read as it comes. Goes on with the application's page. */
@WebServlet("/console/review/attach")
class AttachServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Attaching attaching;

    @Inject
    transient Visitor visitor;

    @Inject
    transient PublicUrl publicUrl;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String client = Optional.ofNullable(request.getParameter("client")).orElse("");
        String id = Optional.ofNullable(request.getParameter("id")).orElse("");
        Task task =
                new Task(Actor.reviewer(visitor.account()), visitor.isLeadReviewer(), client, id, anyVersion -> true);
        Response answer = attaching.attach(task, request, request.getInputStream());
        boolean done = answer.getStatusInfo().getFamily() == Response.Status.Family.SUCCESSFUL;
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(
                "Location",
                publicUrl.at("/" + CasePath.page(client, id) + "&said=" + (done ? "attached" : "not-attached")));
    }
}
