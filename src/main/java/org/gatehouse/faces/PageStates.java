package org.gatehouse.faces;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.render.ResponseStateManager;
import java.io.IOException;
import java.util.Optional;
import org.gatehouse.vault.MasterKey;
import org.gatehouse.vault.SealBroken;
import org.jspecify.annotations.Nullable;
import org.primefaces.context.PrimeFacesContext;

/**
 * What a page is at, in a hidden field of its forms: sealed under the master key for this page and this owner. A page that was sealed for another is taken as one that is
 * too old.
 */
final class PageStates extends ResponseStateManager {
    @Override
    public boolean isPostback(FacesContext context) {
        return sent(context) != null;
    }

    @Override
    public boolean isStateless(FacesContext context, String viewId) {
        return false;
    }

    @Override
    public @Nullable Object getState(FacesContext context, String viewId) {
        String sent = sent(context);
        Optional<String> place = place(context, viewId);
        if (sent == null || place.isEmpty()) return null;
        try {
            return StateBytes.read(key().open(sent, place.get())).orElse(null);
        } catch (SealBroken e) {
            return null;
        }
    }

    /** With PrimeFaces' nonce beside it, which its script would add: without scripts a form is answered as well. */
    @Override
    public void writeState(FacesContext context, Object state) throws IOException {
        hidden(VIEW_STATE_PARAM, getViewState(context, state), context.getResponseWriter());
        hidden("primefaces.nonce", PrimeFacesContext.getCspState(context).getNonce(), context.getResponseWriter());
    }

    private static void hidden(String name, String value, ResponseWriter out) throws IOException {
        out.startElement("input", null);
        out.writeAttribute("type", "hidden", null);
        out.writeAttribute("name", name, null);
        out.writeAttribute("value", value, null);
        out.writeAttribute("autocomplete", "off", null);
        out.endElement("input");
    }

    @Override
    public String getViewState(FacesContext context, Object state) {
        String view = context.getViewRoot().getViewId();
        String place = place(context, view).orElseThrow(() -> new IllegalStateException(view + " has nobody's state"));
        return key().seal(StateBytes.write(state), place);
    }

    private static Optional<String> place(FacesContext context, String viewId) {
        return PageCall.in(context.getExternalContext().getRequest())
                .map(call -> "page:" + viewId + ":" + call.owner());
    }

    private static @Nullable String sent(FacesContext context) {
        return context.getExternalContext().getRequestParameterMap().get(VIEW_STATE_PARAM);
    }

    private static MasterKey key() {
        return CDI.current().select(MasterKey.class).get();
    }
}
