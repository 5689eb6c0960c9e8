package org.gatehouse.brand;

import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Texts in another language; what they lack is said in English. */
final class Translation extends ResourceBundle {
    private final Map<String, String> texts;

    Translation(Map<String, String> texts, ResourceBundle english) {
        this.texts = texts;
        setParent(english);
    }

    @Override
    protected @Nullable Object handleGetObject(String key) {
        return texts.get(key);
    }

    @Override
    protected Set<String> handleKeySet() {
        return texts.keySet();
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(keySet());
    }
}
