package org.gatehouse.console.review;

import jakarta.faces.context.FacesContext;
import java.util.Map;
import java.util.Optional;

/**
 * Which application a request is about: its address says so, and each form on its page.
 *
 * @param version which version of it the person has seen; empty where nobody acts
 */
record CaseCall(String client, String id, Optional<Long> version) {
    private static final String NUMBER = "[0-9]{1,18}";

    static CaseCall now() {
        Map<String, String> parameters =
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        return new CaseCall(
                parameters.getOrDefault("client", ""),
                parameters.getOrDefault("id", ""),
                Optional.ofNullable(parameters.get("version"))
                        .filter(text -> text.matches(NUMBER))
                        .map(Long::valueOf));
    }
}
