package org.gatehouse.faces;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.ExternalContextWrapper;
import org.gatehouse.http.PublicUrl;

/** The addresses of pages: below the public URL's path, which a proxy may have made another than the server's context. */
@SuppressWarnings({"rawtypes", "unchecked"}) // what it wraps has an old signature without type
final class PageAddresses extends ExternalContextWrapper {
    PageAddresses(ExternalContext wrapped) {
        super(wrapped);
    }

    @Override
    public String getRequestContextPath() {
        String path = CDI.current().select(PublicUrl.class).get().cookiePath();
        return path.substring(0, path.length() - 1);
    }

    @Override
    public String getApplicationContextPath() {
        return getRequestContextPath();
    }

    /** The policy is ours ({@link PolicyHeader}): a second one of PrimeFaces' would hold for every page. */
    @Override
    public void addResponseHeader(String name, String value) {
        if (!name.equals("Content-Security-Policy")) super.addResponseHeader(name, value);
    }
}
