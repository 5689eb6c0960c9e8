package org.gatehouse.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.gatehouse.remote.Deadline;
import org.gatehouse.remote.NoAnswer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The protocol of clamd(8). */
class ClamdTest {
    private final FakeClamd server = new FakeClamd();
    private final Clamd clamd = new Clamd(server.address());

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aContentGoesThereAsItIs() {
        for (int length : new int[] {1, 65_535, 65_536, 65_537, 1_000_000}) {
            assertEquals(Verdict.CLEAN, scan(FilesSystem.content(1_000_000), length));
            byte[] scanned = server.scanned.get(server.scanned.size() - 1);
            assertEquals(length, scanned.length);
            assertArrayEquals(java.util.Arrays.copyOf(FilesSystem.content(1_000_000), length), scanned);
        }
        assertEquals(Verdict.CLEAN, scan(new byte[0], 0));
    }

    @Test
    void malwareHasAName() {
        byte[] malware = FakeClamd.MALWARE.getBytes(StandardCharsets.US_ASCII);
        assertEquals(Verdict.infected("Test.Malware-1"), scan(malware, malware.length));
    }

    @Test
    void whatIsTooLongForItIsNotScanned() {
        server.most = 500_000;
        Verdict verdict = scan(FilesSystem.content(40_000_000), 40_000_000);
        assertEquals(Scan.WAITING, verdict.scan());
        assertTrue(verdict.text().contains("StreamMaxLength 52M"), verdict.text());
    }

    @Test
    void anythingElseSaysNothing() {
        for (String answer :
                new String[] {"stream: Can't allocate memory ERROR", "stream:  FOUND", "OK", "x".repeat(5_000)}) {
            server.instead = answer;
            assertEquals("answers with an error", fault(Duration.ofSeconds(10)), answer);
        }
    }

    @Test
    void whoTakesTooLongHasNoAnswer() {
        server.asleep = true;
        assertEquals("does not answer in time", fault(Duration.ofMillis(200)));
    }

    @Test
    void whoReadsNothingIsNotWaitedForInAWrite() {
        server.asleep = true;
        NoAnswer none = assertThrows(
                NoAnswer.class, () -> clamd.scan(FilesSystem.large(50_000_000), Deadline.in(Duration.ofMillis(300))));
        assertEquals("does not answer in time", none.getMessage());
    }

    @Test
    void whoIsNotThereHasNoAnswer() {
        server.close();
        assertEquals("cannot be connected to", fault(Duration.ofSeconds(10)));
    }

    @Test
    void aContentThatCannotBeReadIsNoFaultOfTheScanner() {
        InputStream broken = FilesSystem.watched(FilesSystem.content(1_000), read -> {
            throw new java.io.UncheckedIOException(new IOException("changed"));
        });
        assertEquals(
                Scan.WAITING,
                clamd.scan(broken, Deadline.in(Duration.ofSeconds(10))).scan());
        assertEquals(0, server.scanned.size());
    }

    private String fault(Duration wait) {
        NoAnswer none = assertThrows(
                NoAnswer.class,
                () -> clamd.scan(new ByteArrayInputStream(FilesSystem.content(1_000)), Deadline.in(wait)));
        return String.valueOf(none.getMessage());
    }

    private Verdict scan(byte[] content, int length) {
        return clamd.scan(new ByteArrayInputStream(content, 0, length), Deadline.in(Duration.ofSeconds(30)));
    }
}
