package org.gatehouse.selfkey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.gatehouse.http.ProblemMapper;
import org.gatehouse.http.Root;
import org.gatehouse.http.Under;

/** Answers faults below this root in the shape that wallets read. */
@Under(Root.SELFKEY)
@ApplicationScoped
public class RefusalMapper implements ExceptionMapper<Throwable> {
    @Override
    public Response toResponse(Throwable fault) {
        if (!(fault instanceof WebApplicationException chosen))
            return Refusal.ofStatus(ProblemMapper.of(fault).status()).response();
        Response response = chosen.getResponse();
        if (response.getStatus() < 400) return response;
        Response refusal = Refusal.ofStatus(response.getStatus()).response();
        String allow = response.getHeaderString(HttpHeaders.ALLOW);
        // RFC 9110 section 15.5.6: a 405 names the methods.
        return allow == null
                ? refusal
                : Response.fromResponse(refusal)
                        .header(HttpHeaders.ALLOW, allow)
                        .build();
    }
}
