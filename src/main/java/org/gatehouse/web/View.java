package org.gatehouse.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The pages. Each is a Facelets view below {@code WEB-INF}, where no browser can ask for it. */
enum View {
    HOME("home", 200),
    SIGN_IN("signin", 200),
    /** What to do without SelfKey's extension. */
    SELFKEY_HELP("selfkey-help", 200),
    /** Signed in before: go on, or sign in anew. */
    ALREADY("already", 200),
    /** Something was said or confirmed; the next page may take the browser to another site. */
    GOING_ON("going-on", 200),
    /** The attempt is over. */
    GONE("gone", 410),
    /** The wallet confirmed an attempt that another browser began. */
    ELSEWHERE("elsewhere", 200),
    /** A page of an application brought a wallet's login, and nothing says that this person began it. */
    CONTINUE_AS("continue-as", 200),
    /** The person said that it was somebody else. */
    NOT_ME("not-me", 200),
    DISOWNED("disowned", 200),
    /** A wallet was confirmed, and nothing came of it. */
    UNCHANGED("unchanged", 409),
    /** What adding a wallet means, with the button that begins it. */
    LINK("link", 200),
    /** Everything that was kept of the person is erased. */
    ERASED("erased", 200),
    /** An application wants the person signed out. */
    SIGN_OUT("signout", 200),
    SIGNED_OUT("signed-out", 200),
    /** An application's request that is no application's: nobody is answered. */
    REQUEST_REFUSED("request-refused", 400),
    /** An application's request that was answered before, or waited too long. */
    REQUEST_GONE("request-gone", 410),
    /** Signed in, and asked by which wallet to go on. */
    CHOOSE("choose", 200),
    CONSENT("consent", 200),
    /** The application does not take the wallet. */
    OTHER_WALLET("other-wallet", 403),
    /** The application asks for a higher Idena state. */
    STATE_TOO_LOW("state-too-low", 403),
    /** The application asks for an Idena state that cannot be learnt just now. */
    STATE_UNKNOWN("state-unknown", 503),
    /** The next page takes the browser back to the application, with nothing. */
    GOING_BACK("going-back", 200),
    /** Takes the browser to the application by a form. */
    FORM_POST("form-post", 200);

    private final String name;
    private final int status;

    View(String name, int status) {
        this.name = name;
        this.status = status;
    }

    /** Answers with this page. What it shows stands in the request's beans already: a page asks for nothing while it is written. */
    void show(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        response.setStatus(status);
        show(name, request, response);
    }

    static void show(String name, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.getRequestDispatcher("/WEB-INF/pages/" + name + ".xhtml").forward(request, response);
    }
}
