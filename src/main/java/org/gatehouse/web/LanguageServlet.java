package org.gatehouse.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.gatehouse.http.PublicUrl;
import org.gatehouse.session.LocalPath;

/** Keeps which language a person chose, in a cookie that says nothing else, and shows the page again. */
@WebServlet("/language")
class LanguageServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    /** The cookie: a language's tag. A page passes over one that it does not speak. */
    static final String COOKIE = "gatehouse_language";

    private static final Duration LIFETIME = Duration.ofDays(365);

    @Inject
    transient PublicUrl publicUrl;

    @Inject
    transient Redirect redirect;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        Optional.ofNullable(request.getParameter("language"))
                .filter(language -> language.matches("[a-z]{2,3}"))
                .ifPresent(language -> response.addCookie(cookie(language)));
        LocalPath back = Optional.ofNullable(request.getHeader("Referer"))
                .filter(page -> page.startsWith(publicUrl.at("/")))
                .flatMap(page -> LocalPath.parse(page.substring(publicUrl.at("").length())))
                .orElse(LocalPath.HOME);
        redirect.to(back.text(), response);
    }

    private Cookie cookie(String language) {
        Cookie cookie = new Cookie(COOKIE, language);
        cookie.setPath(publicUrl.cookiePath());
        cookie.setHttpOnly(true);
        cookie.setSecure(publicUrl.secure());
        cookie.setMaxAge(Math.toIntExact(LIFETIME.toSeconds()));
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
