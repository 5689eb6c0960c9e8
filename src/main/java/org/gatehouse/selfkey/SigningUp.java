package org.gatehouse.selfkey;

import jakarta.ws.rs.core.Response;

/** What came of a sign-up: it is {@link Done} or {@link Refused}. */
sealed interface SigningUp {
    /** The answer to the wallet. */
    Response answer();

    /** The person has signed up, for the first time or again. */
    record Done() implements SigningUp {
        @Override
        public Response answer() {
            return Response.status(Response.Status.CREATED)
                    .header("Cache-Control", "no-store")
                    .build();
        }
    }

    /** Nothing was stored. */
    record Refused(Refusal refusal, String message) implements SigningUp {
        @Override
        public Response answer() {
            return refusal.response(message);
        }

        /** Refuses attributes with a file that is not the person's, or is not there. */
        static Refused fileMissing() {
            return attributes("a file is not there any more, or never was");
        }

        /** Refuses attributes, with what is wrong with them. */
        static Refused attributes(String reason) {
            return new Refused(Refusal.ATTRIBUTES_INVALID, "Error validating attributes: " + reason);
        }
    }
}
