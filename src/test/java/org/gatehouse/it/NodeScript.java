package org.gatehouse.it;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/** A script for Node.js that one speaks with line by line: it says what kind each of its lines is. */
final class NodeScript implements AutoCloseable {
    private final String name;
    private final Process process;
    private final Writer in;
    private final BufferedReader out;

    private NodeScript(String name, Process process) {
        this.name = name;
        this.process = process;
        this.in = process.outputWriter();
        this.out = process.inputReader();
    }

    /** Starts a script of this folder, which has what it needs. */
    static NodeScript start(NpmFolder folder, String script) {
        try {
            folder.install();
            return new NodeScript(script, folder.start("node", script));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void say(String line) {
        try {
            in.write(line + "\n");
            in.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next line of this kind; where there is none, everything that the script said is its complaint. */
    String hear(String kind) {
        try {
            StringBuilder said = new StringBuilder();
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith(kind)) return line.substring(kind.length());
                said.append(line).append('\n');
            }
            throw new AssertionError(name + ": " + said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
