package org.gatehouse.http;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.function.IntFunction;
import org.gatehouse.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Answers a fault as a problem, and logs it: the answer never holds a stack trace, SQL, or what the caller sent. */
public class ProblemMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = System.getLogger(ProblemMapper.class.getName());

    @Override
    public Response toResponse(Throwable fault) {
        return fault instanceof WebApplicationException chosen
                ? inShape(chosen, status -> Problem.ofStatus(status).response())
                : of(fault).response();
    }

    /** What a server's own code chose, in the shape that a protocol gives to this status; what is no refusal stays as it is. */
    public static Response inShape(WebApplicationException chosen, IntFunction<Response> shape) {
        Response response = chosen.getResponse();
        if (response.getStatus() < 400) return response;
        Response shaped = shape.apply(response.getStatus());
        String allow = response.getHeaderString(HttpHeaders.ALLOW);
        // RFC 9110 section 15.5.6: a 405 names the methods.
        return allow == null
                ? shaped
                : Response.fromResponse(shaped).header(HttpHeaders.ALLOW, allow).build();
    }

    /** Logs the fault and says which problem it is: {@link Problem#UNAVAILABLE} where the database is the cause. */
    public static Problem of(Throwable fault) {
        Problem problem = database(fault) ? Problem.UNAVAILABLE : Problem.INTERNAL;
        LOG.log(Level.ERROR, problem.slug(), fault);
        return problem;
    }

    /** Payara hides the cause of a fault among the suppressed ones of its own, where the fault upset its pool of connections. */
    private static boolean database(@Nullable Throwable fault) {
        return fault != null
                && (fault instanceof SQLException
                        || database(fault.getCause())
                        || Arrays.stream(fault.getSuppressed()).anyMatch(ProblemMapper::database));
    }
}
