package org.gatehouse.faces;

import jakarta.faces.component.UIViewRoot;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The root of a page, whose view map travels with the rest of what the page is at; the server's own would make a servlet session for it. */
public final class PageRoot extends UIViewRoot {
    @Override
    public Map<String, Object> getViewMap() {
        return map();
    }

    @Override
    public @Nullable Map<String, Object> getViewMap(boolean create) {
        return create || getStateHelper().get(Key.MAP) != null ? map() : null;
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> map() {
        Object map = getStateHelper().get(Key.MAP);
        if (map == null) {
            map = new HashMap<String, Object>();
            getStateHelper().put(Key.MAP, map);
        }
        return (Map<String, Object>) map;
    }

    private enum Key {
        MAP
    }
}
