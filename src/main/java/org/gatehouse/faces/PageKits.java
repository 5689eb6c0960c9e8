package org.gatehouse.faces;

import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.render.RenderKit;
import jakarta.faces.render.RenderKitFactory;
import jakarta.faces.render.RenderKitWrapper;
import jakarta.faces.render.ResponseStateManager;
import java.io.Writer;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Gives every kit of renderers our way to remember what a page is at, and to write it. */
public final class PageKits extends RenderKitFactory {
    public PageKits(RenderKitFactory wrapped) {
        super(wrapped);
    }

    @Override
    public void addRenderKit(String id, RenderKit kit) {
        getWrapped().addRenderKit(id, kit);
    }

    @Override
    public @Nullable RenderKit getRenderKit(FacesContext context, String id) {
        RenderKit kit = getWrapped().getRenderKit(context, id);
        return kit == null ? null : new PageKit(kit);
    }

    @Override
    public Iterator<String> getRenderKitIds() {
        return getWrapped().getRenderKitIds();
    }

    private static final class PageKit extends RenderKitWrapper {
        PageKit(RenderKit wrapped) {
            super(wrapped);
        }

        @Override
        public ResponseWriter createResponseWriter(Writer writer, String contentTypes, String encoding) {
            Object request =
                    FacesContext.getCurrentInstance().getExternalContext().getRequest();
            ResponseWriter wrapped = getWrapped().createResponseWriter(writer, contentTypes, encoding);
            return new StrictWriter(wrapped, PageCall.in(request).isPresent());
        }

        @Override
        public ResponseStateManager getResponseStateManager() {
            return new PageStates();
        }
    }
}
