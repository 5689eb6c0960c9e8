package org.gatehouse.faces;

import jakarta.faces.FacesException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Optional;

/** Shows a page anew that was too old to go on with: after a change of the session, or of this application. */
public final class PageFaults extends ExceptionHandlerFactory {
    public PageFaults(ExceptionHandlerFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new PageFault(getWrapped().getExceptionHandler());
    }

    private static final class PageFault extends ExceptionHandlerWrapper {
        PageFault(ExceptionHandler wrapped) {
            super(wrapped);
        }

        @Override
        public void handle() {
            Iterator<ExceptionQueuedEvent> events =
                    getUnhandledExceptionQueuedEvents().iterator();
            while (events.hasNext()) {
                if (events.next().getContext().getException() instanceof ViewExpiredException) {
                    events.remove();
                    showAnew(FacesContext.getCurrentInstance());
                }
            }
            getWrapped().handle();
        }

        private static void showAnew(FacesContext faces) {
            ExternalContext external = faces.getExternalContext();
            HttpServletRequest request = (HttpServletRequest) external.getRequest();
            String query = Optional.ofNullable(request.getQueryString())
                    .map(text -> "?" + text)
                    .orElse("");
            try {
                external.redirect(external.getRequestContextPath() + request.getServletPath() + query);
                faces.responseComplete();
            } catch (IOException e) {
                throw new FacesException(new UncheckedIOException(e));
            }
        }
    }
}
