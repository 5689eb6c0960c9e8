package org.gatehouse.oidc;

import com.nimbusds.oauth2.sdk.ErrorObject;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.gatehouse.client.Client;

/** What came of a client's authentication: it is {@link Known} or {@link Refused}. */
sealed interface ClientCheck {
    /** The client; empty where it was refused. */
    default Optional<Client> client() {
        return this instanceof Known known ? Optional.of(known.who()) : Optional.empty();
    }

    /** The client is the one that it says it is, as far as its registration can show that. */
    record Known(Client who) implements ClientCheck {}

    /**
     * It is not.
     *
     * @param error what to answer
     * @param byHeader whether the client used the {@code Authorization} header, and the answer must name the scheme
     */
    record Refused(ErrorObject error, boolean byHeader) implements ClientCheck {
        Response response() {
            return byHeader ? OAuthAnswer.wrongClient(error) : OAuthAnswer.error(error);
        }
    }
}
