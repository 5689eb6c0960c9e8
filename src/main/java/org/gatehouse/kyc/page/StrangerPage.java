package org.gatehouse.kyc.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** What someone reads who has no such application, or is not known. */
@Named("stranger")
@RequestScoped
public class StrangerPage {
    private String path = "/";
    private String application = "";

    void show(String path, String application) {
        this.path = path;
        this.application = application;
    }

    /** Where the sign-in leads to, as a parameter of a URL. */
    public String getGo() {
        return URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    /** The same as a field of a form. */
    public String getPath() {
        return path;
    }

    /** The same below the base of all links. */
    public String getBelow() {
        return path.substring(1);
    }

    /** The name of the client. */
    public String getApplication() {
        return application;
    }
}
