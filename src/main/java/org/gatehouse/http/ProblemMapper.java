package org.gatehouse.http;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import org.gatehouse.problem.Problem;

/** Answers a fault as a problem, and logs it: the answer never holds a stack trace, SQL, or what the caller sent. */
public class ProblemMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = System.getLogger(ProblemMapper.class.getName());

    @Override
    public Response toResponse(Throwable fault) {
        if (fault instanceof WebApplicationException chosen) {
            Response response = chosen.getResponse();
            if (response.getStatus() < 400) return response;
            Response problem = Problem.ofStatus(response.getStatus()).response();
            String allow = response.getHeaderString(HttpHeaders.ALLOW);
            // RFC 9110 section 15.5.6: a 405 names the methods.
            return allow == null
                    ? problem
                    : Response.fromResponse(problem)
                            .header(HttpHeaders.ALLOW, allow)
                            .build();
        }
        return of(fault).response();
    }

    /** Logs the fault and says which problem it is: {@link Problem#UNAVAILABLE} where the database is the cause. */
    public static Problem of(Throwable fault) {
        Problem problem = database(fault) ? Problem.UNAVAILABLE : Problem.INTERNAL;
        LOG.log(Level.ERROR, problem.slug(), fault);
        return problem;
    }

    private static boolean database(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException) return true;
        }
        return false;
    }
}
