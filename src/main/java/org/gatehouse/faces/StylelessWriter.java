package org.gatehouse.faces;

import jakarta.faces.context.ResponseWriter;
import jakarta.faces.context.ResponseWriterWrapper;
import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/** Leaves styles out that a component writes into the page: the policy refuses them, and what they say stands in our own style sheet. */
final class StylelessWriter extends ResponseWriterWrapper {
    StylelessWriter(ResponseWriter wrapped) {
        super(wrapped);
    }

    @Override
    public void writeAttribute(String name, @Nullable Object value, @Nullable String property) throws IOException {
        if (!name.equals("style")) getWrapped().writeAttribute(name, value, property);
    }

    @Override
    public ResponseWriter cloneWithWriter(Writer writer) {
        return new StylelessWriter(getWrapped().cloneWithWriter(writer));
    }
}
