package org.gatehouse.http;

import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.annotation.WebListener;

/**
 * Lets forms with files through to {@link Root#SELFKEY}: WildFly takes no body of more than 10 MB, but for a multipart body of a servlet that says so.
 * JAX-RS makes that servlet, and WildFly leaves out what a {@code web.xml} says of it. No part is ever asked of the server, so that it writes none to a disk;
 * {@link Multipart} reads them.
 */
@WebListener
class LargeForms implements ServletContextListener {
    /** Beyond what is read, so that it is we who refuse it, with a sentence. */
    private static final long MAX_BYTES = Multipart.MAX_BYTES + 20_000_000;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        ServletRegistration servlet =
                event.getServletContext().getServletRegistration(RestApplication.Selfkey.class.getName());
        if (servlet instanceof ServletRegistration.Dynamic changeable)
            changeable.setMultipartConfig(new MultipartConfigElement("", -1, MAX_BYTES, 0));
    }
}
