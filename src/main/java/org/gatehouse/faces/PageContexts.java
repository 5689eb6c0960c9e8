package org.gatehouse.faces;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.FacesContextFactory;
import jakarta.faces.context.FacesContextWrapper;
import jakarta.faces.lifecycle.Lifecycle;

/** Gives each request of Faces our addresses. */
public final class PageContexts extends FacesContextFactory {
    public PageContexts(FacesContextFactory wrapped) {
        super(wrapped);
    }

    @Override
    public FacesContext getFacesContext(Object context, Object request, Object response, Lifecycle lifecycle) {
        return new PageContext(getWrapped().getFacesContext(context, request, response, lifecycle));
    }

    private static final class PageContext extends FacesContextWrapper {
        private final ExternalContext external;

        PageContext(FacesContext wrapped) {
            super(wrapped);
            external = new PageAddresses(wrapped.getExternalContext());
            // Whoever asks for the current one shall get this.
            setCurrentInstance(this);
        }

        @Override
        public ExternalContext getExternalContext() {
            return external;
        }
    }
}
