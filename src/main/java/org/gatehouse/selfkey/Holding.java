package org.gatehouse.selfkey;

import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.gatehouse.endpoint.Calling;
import org.gatehouse.endpoint.Refusal;
import org.gatehouse.endpoint.Refused;

/** What came of looking for a caller's wallet token: it is {@link Valid} or {@link Refused}. */
sealed interface Holding {
    /** The answer to a request: of the call, where the token is valid, and of the refusal otherwise. */
    Response answer(Function<Holder, Response> call);

    /** The same for who does not care how it was said. */
    Calling calling();

    /** The token is of the kind, for this root endpoint, and valid now. */
    record Valid(Holder holder) implements Holding {
        @Override
        public Response answer(Function<Holder, Response> call) {
            return call.apply(holder);
        }

        @Override
        public Calling calling() {
            return new Calling.Known(holder.applicant());
        }
    }

    /** It is not. */
    record Refused(Refusal refusal, String message) implements Holding {
        @Override
        public Response answer(Function<Holder, Response> call) {
            return refusal.response(message);
        }

        @Override
        public Calling calling() {
            return Calling.unknown(refusal, message);
        }
    }
}
