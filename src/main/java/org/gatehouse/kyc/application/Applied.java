package org.gatehouse.kyc.application;

import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.gatehouse.endpoint.Refused;

/** What came of something that an applicant did: it is {@link Done} or {@link Not}. */
public sealed interface Applied {
    /** The answer to a request: of the application as it is then, or of the refusal. */
    Response answer(Function<Application, Response> done);

    /** It is done, and this is the application now. */
    record Done(Application application) implements Applied {
        @Override
        public Response answer(Function<Application, Response> done) {
            return done.apply(application);
        }
    }

    /** Nothing was stored. */
    record Not(Refused refused) implements Applied {
        @Override
        public Response answer(Function<Application, Response> done) {
            return refused.answer();
        }
    }
}
