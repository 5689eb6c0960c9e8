package org.gatehouse.web;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.gatehouse.http.ProblemMapper;
import org.gatehouse.problem.Problem;

/** Tells what went wrong: people by a page, programs by a problem. Whoever asks for this address itself is told that there is nothing. */
@WebServlet("/error")
class ErrorServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient ErrorPage page;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Problem problem = problem(request);
        response.setStatus(problem.status());
        Response answer = problem.response();
        answer.getStringHeaders().forEach((name, values) -> response.setHeader(name, values.get(0)));
        if (Surface.of(request) == Surface.ENDPOINT) {
            response.setCharacterEncoding("UTF-8");
            response.getWriter().write(String.valueOf(answer.getEntity()));
        } else {
            response.setContentType("text/html;charset=UTF-8");
            page.setProblem(problem);
            View.show("error", request, response);
        }
    }

    private static Problem problem(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable fault) {
            return ProblemMapper.of(fault);
        }
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return status instanceof Integer code ? Problem.ofStatus(code) : Problem.NOT_FOUND;
    }
}
