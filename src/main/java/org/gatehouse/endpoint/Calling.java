package org.gatehouse.endpoint;

import jakarta.ws.rs.core.Response;
import java.util.function.Function;

/** What came of asking who calls: it is {@link Known} or {@link Unknown}. */
public sealed interface Calling {
    /** The answer to a request: of the call, where the person is known, and of the refusal otherwise. */
    Response answer(Function<Applicant, Response> call);

    /** It is this person. */
    record Known(Applicant applicant) implements Calling {
        @Override
        public Response answer(Function<Applicant, Response> call) {
            return call.apply(applicant);
        }
    }

    /** Nobody knows. */
    record Unknown(Refused refused) implements Calling {
        @Override
        public Response answer(Function<Applicant, Response> call) {
            return refused.answer();
        }
    }

    /** Nobody knows, and this is said of it. */
    static Calling unknown(Refusal refusal, String message) {
        return new Unknown(new Refused(refusal, message));
    }
}
