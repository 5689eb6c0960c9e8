package org.gatehouse.portal;

import jakarta.json.Json;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** Says who is signed in, in which roles, and by which access token, so that a test sees when there is a new one. */
abstract class PersonServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final List<String> ROLES = List.of("Newbie", "Verified", "Human");

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var roles = Json.createArrayBuilder(
                ROLES.stream().filter(request::isUserInRole).toList());
        var person = Json.createObjectBuilder()
                .add("name", request.getUserPrincipal().getName())
                .add("roles", roles)
                .add("token", accessToken(request));
        response.setContentType("application/json");
        response.getWriter().print(person.build());
    }

    /** The access token that the server keeps for this session. */
    abstract String accessToken(HttpServletRequest request);
}
