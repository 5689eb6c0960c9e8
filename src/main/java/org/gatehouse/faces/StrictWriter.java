package org.gatehouse.faces;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.context.ResponseWriterWrapper;
import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/**
 * Leaves styles out that a component writes into the page: the policy refuses them, and what they say stands in our own style sheet. Leaves out as well that a
 * message is an alert: it would be no item of the list that PrimeFaces puts it into, and the frame says that the list is read out.
 * And PrimeFaces' nonce, on the scripts of pages without state: they are all files of ours, and no policy names it.
 */
final class StrictWriter extends ResponseWriterWrapper {
    private final boolean stateful;
    private String element = "";

    /**
     * Writes to another.
     *
     * @param stateful whether it is a page with state, whose policy names the nonce
     */
    StrictWriter(ResponseWriter wrapped, boolean stateful) {
        super(wrapped);
        this.stateful = stateful;
    }

    @Override
    public void startElement(String name, @Nullable UIComponent component) throws IOException {
        element = name;
        getWrapped().startElement(name, component);
    }

    @Override
    public void writeAttribute(String name, @Nullable Object value, @Nullable String property) throws IOException {
        boolean alert = element.equals("li") && name.equals("role") && "alert".equals(value);
        boolean useless = name.equals("style") || (name.equals("nonce") && !stateful);
        if (!alert && !useless) getWrapped().writeAttribute(name, value, property);
    }

    @Override
    public ResponseWriter cloneWithWriter(Writer writer) {
        return new StrictWriter(getWrapped().cloneWithWriter(writer), stateful);
    }
}
