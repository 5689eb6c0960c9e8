package org.gatehouse.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.gatehouse.http.PublicUrl;
import org.gatehouse.session.LocalPath;

/** Where a page goes on to. */
@Named("goOn")
@RequestScoped
public class GoOnPage {
    @Inject
    PublicUrl publicUrl;

    private LocalPath path = LocalPath.HOME;
    private String attempt = "";

    void setPath(LocalPath path) {
        this.path = path;
    }

    void setAttempt(String attempt) {
        this.attempt = attempt;
    }

    /** The path, as a form sends it back. */
    public String getPath() {
        return path.text();
    }

    /** The address to go on to. */
    public String getUrl() {
        return publicUrl.at(path.text());
    }

    /** The public id of the attempt that the page is about; empty where it is about none. */
    public String getAttempt() {
        return attempt;
    }
}
