package org.gatehouse.practice;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.gatehouse.http.Json;

/** The practice node at {@code /practice-node}, and what the practice wallet tells it at {@code /practice-node/people}. */
@WebServlet({"/practice-node", "/practice-node/people"})
class PracticeNodeServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient PracticeNode node;

    @Inject
    transient PracticePeople people;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String type = Optional.ofNullable(request.getContentType()).orElse("");
        // As the real node; and a page of another site cannot send this type without being asked first, which nobody
        // answers.
        if (!type.startsWith("application/json")) {
            response.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
            return;
        }
        Optional<JsonObject> body = Json.read(request.getInputStream());
        if (body.isEmpty()) response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        else if (request.getServletPath().endsWith("/people")) remember(body.get(), response);
        else answer(node.answer(body.get()), response);
    }

    private void remember(JsonObject body, HttpServletResponse response) throws IOException {
        Optional<PracticePerson> person = PracticePerson.fromJson(body);
        person.ifPresent(people::put);
        if (person.isPresent()) response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        else response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    }

    private static void answer(JsonObject answer, HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(answer.toString());
    }
}
