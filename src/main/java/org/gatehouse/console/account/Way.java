package org.gatehouse.console.account;

import jakarta.enterprise.context.Dependent;
import jakarta.faces.FacesException;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.gatehouse.http.Cookies;
import org.gatehouse.http.PublicUrl;
import org.gatehouse.session.SessionCookies;

/** Where the browser goes after a form. It always goes somewhere: a reload never sends the form again. */
@Dependent
class Way {
    private final PublicUrl publicUrl;
    private final Cookies cookies;

    @Inject
    Way(PublicUrl publicUrl, Cookies cookies) {
        this.publicUrl = publicUrl;
        this.cookies = cookies;
    }

    /** To this path below the public URL. */
    void on(String path) {
        FacesContext faces = FacesContext.getCurrentInstance();
        try {
            faces.getExternalContext().redirect(publicUrl.at(path));
        } catch (IOException e) {
            throw new FacesException(new UncheckedIOException(e));
        }
    }

    /** The same of someone who is not signed in any more. */
    void out(String path) {
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        cookies.clear((HttpServletResponse) external.getResponse(), SessionCookies.SESSION);
        on(path);
    }
}
