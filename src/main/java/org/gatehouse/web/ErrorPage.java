package org.gatehouse.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Set;
import org.gatehouse.problem.Problem;

/** What the error page tells. */
@Named("error")
@RequestScoped
public class ErrorPage {
    private static final Set<Integer> TOLD = Set.of(400, 403, 404, 405, 500, 503);

    private Problem problem = Problem.NOT_FOUND;

    void setProblem(Problem problem) {
        this.problem = problem;
    }

    /** The name of the sentence in the resource bundles: an HTTP status that people can make something of. */
    public int getName() {
        int status = problem.status();
        if (TOLD.contains(status)) return status;
        return status >= 500 ? 500 : 400;
    }
}
