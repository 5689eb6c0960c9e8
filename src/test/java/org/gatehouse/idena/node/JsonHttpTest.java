package org.gatehouse.idena.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatehouse.idena.node.FakeIdena.Behaviour;
import org.gatehouse.idena.node.FakeIdena.Question;
import org.gatehouse.remote.Deadline;
import org.gatehouse.remote.JsonHttp;
import org.gatehouse.remote.NoAnswer;
import org.junit.jupiter.api.Test;

/** What stays of the client when the application goes, and how it reports what went wrong. */
class JsonHttpTest extends IdenaTestBed {
    private static final int PATIENCE_SECONDS = 20;

    @Test
    void a_redeployment_leaves_no_thread_behind() throws Exception {
        Set<Thread> before = clientThreads();
        useAndClose();
        Set<Thread> left = new HashSet<>(clientThreads());
        left.removeAll(before);

        for (Thread thread : left) {
            long end = System.nanoTime() + Duration.ofSeconds(PATIENCE_SECONDS).toNanos();
            while (thread.isAlive() && System.nanoTime() < end) {
                System.gc();
                thread.join(100);
            }
            assertFalse(thread.isAlive(), thread::getName);
        }
    }

    private void useAndClose() {
        idena.person(ALICE, IdenaState.HUMAN);
        try (JsonHttp http = IdenaNetwork.http(LONG)) {
            new ApiClient(http, idena.apiUrl()).identity(ALICE, Deadline.in(LONG));
            assertFalse(clientThreads().isEmpty());
        }
    }

    @Test
    void no_thread_of_the_client_holds_the_class_loader_of_the_application() throws Exception {
        Set<Thread> before = clientThreads();
        ClassLoader own = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader application = new URLClassLoader(new URL[0])) {
            Thread.currentThread().setContextClassLoader(application);
            try (JsonHttp http = IdenaNetwork.http(LONG)) {
                new ApiClient(http, idena.apiUrl()).epoch(Deadline.in(LONG));
                Set<Thread> made = new HashSet<>(clientThreads());
                made.removeAll(before);

                assertFalse(made.isEmpty());
                assertEquals(
                        Set.of(ClassLoader.getPlatformClassLoader()),
                        made.stream().map(Thread::getContextClassLoader).collect(Collectors.toSet()));
                assertEquals(application, Thread.currentThread().getContextClassLoader());
            }
        } finally {
            Thread.currentThread().setContextClassLoader(own);
        }
    }

    @Test
    void each_failure_has_its_sentence() {
        assertEquals("answers with status 503", sentence(Behaviour.UNAVAILABLE));
        assertEquals("answers with status 429: we ask too often", sentence(Behaviour.TOO_MANY_REQUESTS));
        assertEquals("answers with status 307", sentence(Behaviour.REDIRECTING));
        assertEquals("answers with more than 65536 bytes", sentence(Behaviour.HUGE));
        assertEquals("answers with something else than a JSON object", sentence(Behaviour.GARBAGE));
        assertEquals("answers about another address", sentence(Behaviour.OTHER_PERSON));
        assertEquals("does not answer in time", sentence(Behaviour.HANGING));
        assertEquals("does not answer in time", sentence(Behaviour.DRIBBLING));
        assertEquals("broke the connection", sentence(Behaviour.CUTTING));
        idena.close();
        assertEquals("cannot be connected to", sentence(Behaviour.NORMAL));
    }

    @Test
    void an_answer_of_64_kib_is_read_and_one_byte_more_is_not() {
        String answer = "{\"result\":{\"address\":\"" + ALICE + "\",\"state\":\"Human\"}}";
        idena.answer(Question.IDENTITY, answer + " ".repeat(JsonHttp.MAX_BYTES - answer.length()));
        assertState("Human", network(NodeSettings.Source.NODE).standing(ALICE));

        idena.answer(Question.IDENTITY, answer + " ".repeat(JsonHttp.MAX_BYTES - answer.length() + 1));
        assertUnknown(network(NodeSettings.Source.NODE).standing(ALICE));
    }

    private String sentence(Behaviour behaviour) {
        idena.behave(behaviour);
        try (JsonHttp http = IdenaNetwork.http(LONG)) {
            NodeClient node = new NodeClient(http, idena.url(), Optional.empty());
            return String.valueOf(assertThrows(NoAnswer.class, () -> node.identity(ALICE, Deadline.in(SHORT)))
                    .getMessage());
        }
    }

    /** Threads that an HTTP client or this room made. The wait of the JDK's own client has a name of its own. */
    private static Set<Thread> clientThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("HttpClient-")
                        || thread.getName().equals(IdenaNetwork.THREADS))
                .collect(Collectors.toSet());
    }
}
