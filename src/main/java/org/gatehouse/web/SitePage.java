package org.gatehouse.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URI;
import org.gatehouse.http.PublicUrl;

/** What every page shows. */
@Named("site")
@RequestScoped
public class SitePage {
    @Inject
    PublicUrl publicUrl;

    @Inject
    WebSettings settings;

    /** What the path of every link begins with; a slash at its end. */
    public String getBase() {
        return publicUrl.cookiePath();
    }

    /** The host's name, as people know it. */
    public String getHost() {
        return publicUrl.host();
    }

    /** The demo application's address; empty where there is none. */
    public String getDemo() {
        return settings.demo().map(URI::toString).orElse("");
    }
}
