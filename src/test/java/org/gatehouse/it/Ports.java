package org.gatehouse.it;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;

/** Free ports for servers under test. Two builds on one machine begin their search at different places. */
final class Ports {
    private static final int STEP = 100;
    private static final int PLACES = 100;

    private Ports() {}

    /**
     * What to add to each of these ports so that all are free: {@code least} or more, and at most 10,000 more.
     *
     * @param least 2,100 or more, where a browser comes: it refuses some ports whatever listens there, 10080 among them
     */
    static int freeOffset(int least, int... ports) {
        int first = Math.toIntExact(ProcessHandle.current().pid() % PLACES);
        for (int i = 0; i < PLACES; i++) {
            int offset = least + (first + i) % PLACES * STEP;
            if (Arrays.stream(ports).allMatch(port -> free(port + offset))) return offset;
        }
        throw new IllegalStateException("no free ports");
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
