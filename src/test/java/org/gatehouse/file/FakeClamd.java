package org.gatehouse.file;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Speaks as clamd(8) does, finds {@link #MALWARE}, and can be told to behave badly. */
final class FakeClamd implements AutoCloseable {
    static final String MALWARE = "this is malware, say the tests";

    /** What it was sent, whole contents only. */
    final List<byte[]> scanned = Collections.synchronizedList(new ArrayList<>());

    /** How much it takes, in bytes, as StreamMaxLength has it. */
    volatile long most = Long.MAX_VALUE;

    /** What it answers instead of what it found. */
    volatile String instead = "";

    /** It takes connections and nothing more. */
    volatile boolean asleep;

    private final List<Socket> open = Collections.synchronizedList(new ArrayList<>());
    private final ServerSocket server;

    FakeClamd() {
        this(0);
    }

    FakeClamd(int port) {
        try {
            server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve, "fake clamd");
        thread.setDaemon(true);
        thread.start();
    }

    InetSocketAddress address() {
        return InetSocketAddress.createUnresolved("127.0.0.1", port());
    }

    int port() {
        return server.getLocalPort();
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                if (!asleep) answer(socket);
            } catch (IOException e) {
                // The client went, or the test is over.
            }
        }
    }

    private void answer(Socket socket) throws IOException {
        try (socket) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            String command = new String(in.readNBytes(10), StandardCharsets.US_ASCII);
            String answer = command.equals("zINSTREAM\0") ? verdict(in) : "UNKNOWN COMMAND";
            socket.getOutputStream().write((answer + "\0").getBytes(StandardCharsets.US_ASCII));
        } catch (EOFException e) {
            // It broke off.
        }
    }

    private String verdict(DataInputStream in) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (int length = in.readInt(); length != 0; length = in.readInt()) {
            if (content.size() + length > most) return "INSTREAM size limit exceeded. ERROR";
            content.write(in.readNBytes(length));
        }
        scanned.add(content.toByteArray());
        if (!instead.isEmpty()) return instead;
        boolean found = content.toString(StandardCharsets.ISO_8859_1).contains(MALWARE);
        return found ? "stream: Test.Malware-1 FOUND" : "stream: OK";
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : open) socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
