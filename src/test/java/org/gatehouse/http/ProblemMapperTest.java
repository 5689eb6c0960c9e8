package org.gatehouse.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.InternalServerErrorException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.RedirectionException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.SQLException;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.gatehouse.problem.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProblemMapperTest {
    private static final String SECRET = "value of a row: hunter2; select * from account";
    private static final Logger LOG = Logger.getLogger(ProblemMapper.class.getName());

    private final ProblemMapper mapper = new ProblemMapper();

    @BeforeEach
    void keepStackTracesOutOfTheBuildsOutput() {
        LOG.setLevel(Level.OFF);
    }

    @AfterEach
    void logAgain() {
        LOG.setLevel(null);
    }

    @Test
    void aFaultIsA500WithoutItsMessage() {
        Response response = mapper.toResponse(new IllegalStateException(SECRET, new RuntimeException(SECRET)));
        assertEquals(500, response.getStatus());
        assertSays(Problem.INTERNAL, response);
        assertEquals(null, response.getHeaderString("Retry-After"));
    }

    @Test
    void aFaultOfTheDatabaseHoweverDeepIsA503WithRetryAfter() {
        Throwable deep =
                new RuntimeException(SECRET, new IllegalStateException(SECRET, new SQLException(SECRET, "08006")));
        Response response = mapper.toResponse(deep);
        assertEquals(503, response.getStatus());
        assertEquals("5", response.getHeaderString("Retry-After"));
        assertSays(Problem.UNAVAILABLE, response);
        assertEquals(503, mapper.toResponse(new SQLException(SECRET)).getStatus());
    }

    @Test
    void aFaultOfTheDatabaseBehindOneOfThePoolIsA503Too() {
        RuntimeException ofThePool = new IllegalStateException("the pool is upset");
        ofThePool.addSuppressed(new RuntimeException(new SQLException(SECRET, "08006")));
        assertSays(Problem.UNAVAILABLE, mapper.toResponse(new RuntimeException(ofThePool)));
    }

    @Test
    void anErrorOfTheMachineIsAnsweredAsWell() {
        assertEquals(500, mapper.toResponse(new StackOverflowError()).getStatus());
    }

    @Test
    void whatTheServerChoseKeepsItsStatusAndLosesItsText() {
        assertSays(Problem.NOT_FOUND, mapper.toResponse(new NotFoundException(SECRET)));
        assertSays(Problem.UNSUPPORTED_MEDIA_TYPE, mapper.toResponse(new NotSupportedException(SECRET)));
        assertSays(Problem.BAD_REQUEST, mapper.toResponse(new BadRequestException(SECRET)));
        assertSays(Problem.INTERNAL, mapper.toResponse(new InternalServerErrorException(SECRET)));
        Response teapot = Response.status(418).entity(SECRET).build();
        assertSays(Problem.BAD_REQUEST, mapper.toResponse(new WebApplicationException(teapot)));
    }

    @Test
    void a405NamesTheMethodsThatAreTaken() {
        Response response = mapper.toResponse(new NotAllowedException("GET", new String[] {"HEAD"}));
        assertSays(Problem.METHOD_NOT_ALLOWED, response);
        String allow = String.valueOf(response.getHeaderString("Allow"));
        assertEquals(Set.of("GET", "HEAD"), Set.of(allow.split(", ?", -1)));
        assertEquals("no-store", response.getHeaderString("Cache-Control"));
    }

    @Test
    void whatIsNoRefusalStaysAsItIs() {
        Response redirect =
                Response.seeOther(URI.create("https://gate.example/signin")).build();
        assertSame(redirect, mapper.toResponse(new RedirectionException(redirect)));
    }

    private static void assertSays(Problem problem, Response response) {
        assertEquals(problem.status(), response.getStatus());
        assertEquals("application/problem+json", response.getHeaderString("Content-Type"));
        String body = String.valueOf(response.getEntity());
        assertEquals(String.valueOf(problem.response().getEntity()), body);
        assertFalse(body.contains("hunter2"), body);
    }
}
