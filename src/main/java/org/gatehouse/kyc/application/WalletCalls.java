package org.gatehouse.kyc.application;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.gatehouse.endpoint.Applicant;
import org.gatehouse.endpoint.Applicants;
import org.gatehouse.endpoint.Body;
import org.gatehouse.endpoint.Refusal;

/** What holds for every call of an applicant: it is known who calls, and that one is not blocked. */
@Dependent
class WalletCalls {
    /** The largest body that is read, in bytes. */
    static final int MAX_BYTES = 524_288;

    private final Applicants applicants;
    private final Applying applying;

    @Inject
    WalletCalls(Applicants applicants, Applying applying) {
        this.applicants = applicants;
        this.applying = applying;
    }

    /** The answer to a call without a body. */
    Response answer(String client, HttpServletRequest request, Function<Applicant, Response> call) {
        return applicants
                .find(client, request)
                .answer(applicant -> applying.blocked(applicant)
                        ? Refusal.FORBIDDEN.response("This account is blocked")
                        : call.apply(applicant));
    }

    /** The answer to a call with a JSON object. */
    Response answer(
            String client,
            HttpServletRequest request,
            InputStream body,
            BiFunction<Applicant, JsonObject, Response> call) {
        return answer(
                client, request, applicant -> Body.json(body, MAX_BYTES, object -> call.apply(applicant, object)));
    }
}
