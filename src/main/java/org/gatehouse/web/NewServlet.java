package org.gatehouse.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Gives up this browser's attempt and begins another. */
@WebServlet("/signin/new")
class NewServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Beginning beginning;

    @Inject
    transient Redirect redirect;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        beginning.begin(request, response);
        redirect.to("/signin", response);
    }
}
