package org.gatehouse.faces;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import java.util.List;
import java.util.stream.Collectors;
import org.primefaces.context.PrimeFacesContext;

/**
 * The content security policy of pages with state: everything from here alone, and of scripts in the page those that carry PrimeFaces' nonce for it
 * (CSP Level 3 section 2.3.1).
 */
public final class PolicyHeader implements PhaseListener {
    private static final long serialVersionUID = 1L;

    /** Of the style sheets that the timeline of PrimeFaces 15 puts into the page by itself; a browser test finds those of another version missing. */
    private static final List<String> TIMELINE = List.of(
            "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
            "sha256-EZNrtpjeKqQAFg8M2MfV96ErW4getbc03YBZERxa3uk=",
            "sha256-W5CbUX9MW1n/fiDtJhMPCHkFpSR9QDReSnKAKBaEQGE=",
            "sha256-NiPfaQIxBl6+qwCZyFPmZrtxVEhxQJGPTR+MB2NZrlA=",
            "sha256-9DXcDyLqW0WPaBMuXF8SPkREyvlRUALD/FuNNJOCSCs=",
            "sha256-zISFqEUj6SV7lPetRCbNr0JyLth0efr8q9Ku27M9mao=",
            "sha256-W11cZhAags7JOcbTWu2PRTFyI83yo369xvpP2AXY2j8=",
            "sha256-SchMxtR8GsLWeXEVOt9zWxs7PiAfYu97HD8wGGdYyjg=",
            "sha256-b0Sua4EvDuZdWc6tx36JXy3zwoBK8J6/u9Mr5YFl7RA=",
            "sha256-rB8Lq4CToapxHOA15bZrut123Lsi/3bX70cdZ/7zWuE=",
            "sha256-LdC8vwjUJyJC1++pY+5QHasFJsfNFgyWj4gzklr23ac=",
            "sha256-jmKgsYzUck3ekGDY4ddZz+9s83LUT+TMzsbMAEmmUXU=",
            "sha256-o5EK031TSk4YMoBve6qTK50QIX+JppO9fN7mHJu1Jr4=",
            "sha256-XCFOt2Huafax3mhaUlU+XPL/twaGndgzT1wQN/rGH+Y=",
            "sha256-jmvhr6js8Nfr3zpDzc+j2AH6Wr+Lf+LzAAfbLklrY8Q=",
            "sha256-un1cEuDmdF7Ao2UVrv7mmv/zlVZLv1ngcmktWZrzjl8=");

    private static final String POLICY = "default-src 'none'; script-src 'self' 'nonce-%s'; style-src 'self'"
            + TIMELINE.stream().map(hash -> " '" + hash + "'").collect(Collectors.joining())
            + "; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; frame-src 'self'; worker-src 'self'; "
            + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.RENDER_RESPONSE;
    }

    /** In the place of the policy of pages without such scripts, which a filter has set. */
    @Override
    public void beforePhase(PhaseEvent event) {
        FacesContext faces = event.getFacesContext();
        ExternalContext external = faces.getExternalContext();
        if (faces.getPartialViewContext().isAjaxRequest()
                || PageCall.in(external.getRequest()).isEmpty()) return;
        external.setResponseHeader(
                "Content-Security-Policy",
                POLICY.formatted(PrimeFacesContext.getCspState(faces).getNonce()));
    }
}
