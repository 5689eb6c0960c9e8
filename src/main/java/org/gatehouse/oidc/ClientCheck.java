package org.gatehouse.oidc;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.gatehouse.client.Client;

/** What came of a client's authentication: it is {@link Known}, {@link Refused}, or cannot be found out just now. */
sealed interface ClientCheck {
    /** The answer to a request: of what the client is for, where it is known, and of the refusal otherwise. */
    Response answer(Function<Client, Response> known);

    /** The client is the one that it says it is, as far as its registration can show that. */
    record Known(Client who) implements ClientCheck {
        @Override
        public Response answer(Function<Client, Response> known) {
            return known.apply(who);
        }
    }

    /**
     * It is not.
     *
     * @param error what to answer
     */
    record Refused(ErrorObject error) implements ClientCheck {
        @Override
        public Response answer(Function<Client, Response> known) {
            return OAuthAnswer.error(error);
        }
    }

    /** This node verifies as many secrets as it may. */
    record Busy() implements ClientCheck {
        @Override
        public Response answer(Function<Client, Response> known) {
            return OAuthAnswer.later(OAuth2Error.TEMPORARILY_UNAVAILABLE);
        }
    }
}
