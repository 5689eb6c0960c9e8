package org.gatehouse.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A folder below {@code target} with packages of npm that a test needs: what the lock file of the folder of this name in {@code src/test} says. */
final class NpmFolder {
    private static final long SECONDS = 120;

    private final Path source;
    private final Path home;

    NpmFolder(String name) {
        source = Path.of("src", "test", name);
        home = Path.of("target", name);
    }

    /** Fetches the packages, once for a build, and copies what stands beside the lock file. */
    synchronized void install() throws IOException {
        Path lock = home.resolve("package-lock.json");
        boolean installed = Files.isDirectory(home.resolve("node_modules"))
                && Files.mismatch(source.resolve("package-lock.json"), lock) < 0;
        Files.createDirectories(home);
        try (Stream<Path> files = Files.list(source)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, home.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        if (installed) return;
        Process npm = start("npm", "ci");
        String said = new String(npm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (end(npm) != 0) throw new AssertionError("npm ci: " + said);
    }

    /** A file of a package. */
    Path file(String path) {
        return home.resolve("node_modules").resolve(path);
    }

    /** Starts a command in the folder. */
    Process start(String... command) throws IOException {
        return new ProcessBuilder(List.of(command))
                .directory(home.toFile())
                .redirectErrorStream(true)
                .start();
    }

    private static int end(Process process) {
        try {
            if (process.waitFor(SECONDS, TimeUnit.SECONDS)) return process.exitValue();
            process.destroyForcibly();
            throw new AssertionError(process.info() + " does not end");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
