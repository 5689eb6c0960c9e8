package org.gatehouse.file;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Contents in a directory, each a file by its id. What stands under its final name is whole, and stays when the power fails. */
@Dependent
class DirectoryContents implements FileContents {
    private final FileSettings settings;

    @Inject
    DirectoryContents(FileSettings settings) {
        this.settings = settings;
    }

    @Override
    public void write(String id, Writer writer) throws IOException {
        Path part = part(id);
        try (FileChannel file = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            OutputStream content = Channels.newOutputStream(file);
            writer.writeTo(content);
            file.force(true);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(part);
            throw e;
        }
        Files.move(part, whole(id), StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel names = FileChannel.open(settings.directory(), StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    @Override
    public InputStream read(String id) throws IOException {
        return Files.newInputStream(whole(id));
    }

    @Override
    public void erase(String id) throws IOException {
        // One that is not mounted has the file all the same.
        if (!Files.isDirectory(settings.directory()))
            throw new NoSuchFileException(settings.directory().toString());
        Files.deleteIfExists(part(id));
        Files.deleteIfExists(whole(id));
    }

    private Path whole(String id) {
        return settings.directory().resolve(id);
    }

    private Path part(String id) {
        return settings.directory().resolve(id + ".part");
    }
}
