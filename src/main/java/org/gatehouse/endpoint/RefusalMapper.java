package org.gatehouse.endpoint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
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
        return fault instanceof WebApplicationException chosen
                ? ProblemMapper.inShape(
                        chosen, status -> Refusal.ofStatus(status).response())
                : Refusal.ofStatus(ProblemMapper.of(fault).status()).response();
    }
}
