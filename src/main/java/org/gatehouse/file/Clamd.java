package org.gatehouse.file;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatehouse.remote.Deadline;
import org.gatehouse.remote.NoAnswer;

/** ClamAV's daemon, by its command {@code INSTREAM} over TCP (clamd(8)). The content goes there as it is: nothing encrypts this connection. */
final class Clamd {
    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final int CHUNK = 64 * 1024;
    private static final int LONGEST_ANSWER = 1_000;
    private static final Pattern FOUND = Pattern.compile("stream: ([ -~]+) FOUND");
    private static final String TOO_LONG =
            "is longer than the scanner takes: clamd.conf needs StreamMaxLength 52M and MaxFileSize 52M";

    private final InetSocketAddress address;

    /** @param address unresolved: it is looked up for each connection */
    Clamd(InetSocketAddress address) {
        this.address = address;
    }

    /**
     * Has a content scanned.
     *
     * @throws NoAnswer if there is no answer before the deadline, or none that says anything of the content
     */
    Verdict scan(InputStream content, Deadline deadline) {
        try (Conversation conversation = new Conversation(deadline)) {
            conversation.connect(new InetSocketAddress(address.getHostString(), address.getPort()));
            conversation.send(content);
            return verdict(conversation.answer());
        } catch (ContentBroken e) {
            return Verdict.unscanned("cannot be read from its store");
        } catch (IOException e) {
            throw NoAnswer.lasting("broke the connection");
        }
    }

    private static Verdict verdict(String answer) {
        if (answer.equals("stream: OK")) return Verdict.CLEAN;
        if (answer.startsWith("INSTREAM size limit exceeded")) return Verdict.unscanned(TOO_LONG);
        Matcher found = FOUND.matcher(answer);
        if (found.matches()) return Verdict.infected(found.group(1));
        throw NoAnswer.lasting(answer.isEmpty() ? "broke the connection" : "answers with an error");
    }

    /** One connection. It never blocks, as a write that does would know no deadline. */
    private static final class Conversation implements AutoCloseable {
        private final Deadline deadline;
        private final SocketChannel channel = SocketChannel.open();
        private final Selector selector = Selector.open();
        private final ByteBuffer answer = ByteBuffer.allocate(LONGEST_ANSWER);
        private boolean over;

        Conversation(Deadline deadline) throws IOException {
            this.deadline = deadline;
            channel.configureBlocking(false);
            channel.register(selector, 0);
        }

        void connect(InetSocketAddress address) {
            if (address.isUnresolved()) throw NoAnswer.lasting("has no address");
            try {
                channel.connect(address);
                while (!channel.finishConnect()) await(SelectionKey.OP_CONNECT);
            } catch (IOException e) {
                throw NoAnswer.lasting("cannot be connected to");
            }
        }

        /** Sends all of it, or as much as is wanted: the answer may come before the end. */
        void send(InputStream content) throws IOException {
            try {
                send(ByteBuffer.wrap(COMMAND));
                byte[] bytes = new byte[CHUNK];
                int length = CHUNK;
                while (length > 0 && !over) {
                    length = read(content, bytes);
                    send(ByteBuffer.allocate(Integer.BYTES).putInt(length).flip());
                    send(ByteBuffer.wrap(bytes, 0, length));
                    hear();
                }
            } catch (ContentBroken e) {
                throw e;
            } catch (IOException e) {
                // Who says no and hangs up has said so before.
                if (!over) hear();
            }
        }

        private static int read(InputStream content, byte[] into) throws ContentBroken {
            try {
                return content.readNBytes(into, 0, into.length);
            } catch (IOException e) {
                throw new ContentBroken(e);
            }
        }

        private void send(ByteBuffer bytes) throws IOException {
            while (bytes.hasRemaining()) if (channel.write(bytes) == 0) await(SelectionKey.OP_WRITE);
        }

        /** Whether there was something to hear. */
        private boolean hear() throws IOException {
            int read = channel.read(answer);
            over = over || read < 0 || !answer.hasRemaining() || text().indexOf('\0') >= 0;
            return over || read > 0;
        }

        String answer() throws IOException {
            while (!over) if (!hear()) await(SelectionKey.OP_READ);
            return text().replaceFirst("\0.*", "").strip();
        }

        private String text() {
            return new String(answer.array(), 0, answer.position(), StandardCharsets.US_ASCII);
        }

        private void await(int operation) throws IOException {
            selector.keys().forEach(key -> key.interestOps(operation));
            long millis = deadline.nanos() / 1_000_000;
            if (millis == 0 || selector.select(millis) == 0) throw NoAnswer.lasting("does not answer in time");
            selector.selectedKeys().clear();
        }

        @Override
        public void close() throws IOException {
            selector.close();
            channel.close();
        }
    }

    /** It is the content that fails, not the scanner. */
    private static final class ContentBroken extends IOException {
        private static final long serialVersionUID = 1L;

        ContentBroken(IOException cause) {
            super(cause);
        }
    }
}
