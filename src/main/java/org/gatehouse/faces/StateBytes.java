package org.gatehouse.faces;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** What a page is at as bytes: Java's own form, compressed. Only what was opened with the master key is ever read. */
final class StateBytes {
    private StateBytes() {}

    static byte[] write(Object state) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(new DeflaterOutputStream(bytes))) {
            out.writeObject(state);
        } catch (IOException e) {
            throw new UncheckedIOException("a page remembers what cannot be written", e);
        }
        return bytes.toByteArray();
    }

    /** Empty where another version of this application wrote it. */
    static Optional<Object> read(byte[] bytes) {
        try (ObjectInputStream in = new OurClasses(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
            return Optional.of(in.readObject());
        } catch (IOException | ClassNotFoundException e) {
            return Optional.empty();
        }
    }

    /** Faces is the server's and does not see the classes of the application by itself. */
    private static final class OurClasses extends ObjectInputStream {
        OurClasses(InputStream in) throws IOException {
            super(in);
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass description) throws IOException, ClassNotFoundException {
            try {
                return Class.forName(
                        description.getName(), false, Thread.currentThread().getContextClassLoader());
            } catch (ClassNotFoundException e) {
                return super.resolveClass(description);
            }
        }
    }
}
