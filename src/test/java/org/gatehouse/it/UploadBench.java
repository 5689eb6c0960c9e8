package org.gatehouse.it;

import com.sun.tools.attach.VirtualMachine;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.JMX;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** Measures uploads of 50 MB at a running Gatehouse: time, the server's CPU time, and how much of its heap they take. Run by {@code bin/bench}. */
final class UploadBench {
    private static final int BYTES = 50_000_000;
    private static final int ROUNDS = 3;
    private static final String CLIENT = "bench";
    private static final byte[] PNG =
            HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489");

    private final GatehouseSystem gatehouse;
    private final MBeanServerConnection server;
    private final MemoryMXBean memory;

    private UploadBench(GatehouseSystem gatehouse, MBeanServerConnection server) throws Exception {
        this.gatehouse = gatehouse;
        this.server = server;
        this.memory =
                JMX.newMXBeanProxy(server, new ObjectName(ManagementFactory.MEMORY_MXBEAN_NAME), MemoryMXBean.class);
    }

    /** Takes the URL of a Gatehouse of this machine, and the id of its process. */
    public static void main(String[] args) throws Exception {
        VirtualMachine machine = VirtualMachine.attach(args[1]);
        String address = machine.startLocalManagementAgent();
        try (var jmx = JMXConnectorFactory.connect(new JMXServiceURL(address))) {
            UploadBench bench = new UploadBench(new GatehouseSystem(args[0]), jmx.getMBeanServerConnection());
            bench.measure(1);
            for (int clients : new int[] {1, 8}) {
                for (int round = 0; round < ROUNDS; round++) System.out.println(bench.measure(clients));
            }
        }
    }

    private String measure(int clients) throws Exception {
        List<String> tokens = Collections.nCopies(clients, "").stream()
                .map(none -> SelfkeyWallet.create().walletToken(gatehouse, CLIENT))
                .toList();
        memory.gc();
        long before = memory.getHeapMemoryUsage().getUsed();
        AtomicLong peak = new AtomicLong();
        ScheduledExecutorService sampler = Executors.newSingleThreadScheduledExecutor();
        sampler.scheduleAtFixedRate(() -> peak.accumulateAndGet(used(), Math::max), 0, 100, TimeUnit.MILLISECONDS);
        long cpu = cpu();
        long begun = System.nanoTime();
        String answers = uploads(tokens);
        Duration time = Duration.ofNanos(System.nanoTime() - begun);
        double seconds = (cpu() - cpu) / 1e9;
        sampler.shutdownNow();
        return String.format(
                Locale.ROOT,
                "%d at once: %.1f s, %.1f MB/s, CPU %.2f s for each 50 MB, heap +%d MB, %s",
                clients,
                time.toMillis() / 1e3,
                clients * BYTES / 1e3 / time.toMillis(),
                seconds / clients,
                (peak.get() - before) / 1_000_000,
                answers);
    }

    private String uploads(List<String> tokens) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(tokens.size());
        try {
            List<Callable<Integer>> uploads = tokens.stream()
                    .<Callable<Integer>>map(token -> () -> upload(token))
                    .toList();
            StringBuilder answers = new StringBuilder("answers");
            for (Future<Integer> answer : threads.invokeAll(uploads))
                answers.append(' ').append(answer.get());
            return answers.toString();
        } finally {
            threads.shutdownNow();
        }
    }

    private int upload(String token) {
        return gatehouse
                .send(SelfkeyWallet.request(gatehouse, CLIENT, "/files")
                        .timeout(Duration.ofMinutes(10))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "multipart/form-data; boundary=xyz")
                        .POST(BodyPublishers.ofInputStream(UploadBench::form)))
                .statusCode();
    }

    private static InputStream form() {
        byte[] piece = new byte[100_000];
        for (int i = 0; i < piece.length; i++) piece[i] = (byte) (i * i);
        List<InputStream> pieces = new java.util.ArrayList<>();
        String head = "--xyz\r\nContent-Disposition: form-data; name=\"document\"; filename=\"a.png\"\r\n\r\n";
        pieces.add(text(head));
        pieces.add(new ByteArrayInputStream(PNG));
        for (int rest = BYTES - PNG.length; rest > 0; rest -= piece.length)
            pieces.add(new ByteArrayInputStream(piece, 0, Math.min(rest, piece.length)));
        pieces.add(text("\r\n--xyz--\r\n"));
        return new SequenceInputStream(Collections.enumeration(pieces));
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }

    private long used() {
        return memory.getHeapMemoryUsage().getUsed();
    }

    private long cpu() throws Exception {
        return (Long)
                server.getAttribute(new ObjectName(ManagementFactory.OPERATING_SYSTEM_MXBEAN_NAME), "ProcessCpuTime");
    }
}
