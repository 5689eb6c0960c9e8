package org.gatehouse.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** A servlet whose GET does something: begins, goes on, ends. Without a body nobody sees what came of it, so that HEAD does nothing at all. */
abstract class ActingServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) {
        response.setContentType("text/html;charset=UTF-8");
    }
}
