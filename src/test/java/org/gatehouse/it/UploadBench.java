package org.gatehouse.it;

import com.sun.tools.attach.VirtualMachine;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.time.Duration;
import java.util.Collections;
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
    private static final int ROUNDS = 2;
    private static final String CLIENT = "bench";

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
    @SuppressWarnings("BanJNDI") // The other side is a server that the script has started.
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
        var unused = sampler.scheduleAtFixedRate(
                () -> peak.accumulateAndGet(used(), Math::max), 0, 100, TimeUnit.MILLISECONDS);
        long cpu = cpu();
        long begun = System.nanoTime();
        String answers = uploads(tokens);
        Duration time = Duration.ofNanos(System.nanoTime() - begun);
        double seconds = (cpu() - cpu) / 1e9;
        sampler.shutdownNow();
        return String.format(
                Locale.ROOT,
                "%d at once: %.1f s, %.1f MB/s, CPU %.2f s for each 50 MB, heap %d MB +%d MB, %s",
                clients,
                time.toMillis() / 1e3,
                clients * BYTES / 1e3 / time.toMillis(),
                seconds / clients,
                before / 1_000_000,
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
        return LargeForm.upload(gatehouse, CLIENT, token, BYTES);
    }

    private long used() {
        return memory.getHeapMemoryUsage().getUsed();
    }

    private long cpu() throws Exception {
        return (Long)
                server.getAttribute(new ObjectName(ManagementFactory.OPERATING_SYSTEM_MXBEAN_NAME), "ProcessCpuTime");
    }
}
