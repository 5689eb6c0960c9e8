package org.gatehouse.people;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.stream.JsonGenerator;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gatehouse.account.PersonalData;
import org.gatehouse.file.AccountFiles;
import org.gatehouse.file.Files;
import org.gatehouse.file.Opening;
import org.gatehouse.http.Json;

/** All that is kept of a person, as a ZIP: {@code files/<id>-<name>}, and {@code data.json} with the rest. It is never in memory as a whole. */
@Dependent
class Export {
    private static final Logger LOG = System.getLogger(Export.class.getName());

    private final Instance<PersonalData> rooms;
    private final AccountFiles accountFiles;
    private final Files files;

    @Inject
    Export(@Any Instance<PersonalData> rooms, AccountFiles accountFiles, Files files) {
        this.rooms = rooms;
        this.accountFiles = accountFiles;
        this.files = files;
    }

    /** Writes it all. Called outside of a transaction: the reader may be slow. */
    void write(String account, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        Set<String> unreadable = new TreeSet<>();
        for (AccountFiles.Owned each : accountFiles.of(account))
            if (!write(each, zip)) unreadable.add(each.file().id());
        zip.putNextEntry(new ZipEntry("data.json"));
        try (JsonGenerator json = Json.generator(new Lasting(zip))) {
            json.writeStartObject();
            for (Instance.Handle<PersonalData> room : rooms.handles()) {
                try (room) {
                    json.writeKey(room.get().name());
                    room.get().export(account).accept(json);
                }
            }
            json.writeStartArray("unreadable_files");
            unreadable.forEach(json::write);
            json.writeEnd().writeEnd();
        }
        zip.closeEntry();
        zip.finish();
        zip.flush();
    }

    /** One file that cannot be read keeps nobody from getting the others. */
    private boolean write(AccountFiles.Owned owned, ZipOutputStream zip) throws IOException {
        String id = owned.file().id();
        Opening opening;
        try {
            opening = files.open(id, owned.owner());
        } catch (IOException e) {
            return unreadable(id, e);
        }
        // Erased meanwhile, or with malware in it; what is being checked is named among those that cannot be read.
        if (!(opening instanceof Opening.Opened opened)) return opening != Opening.Closed.HELD;
        try (InputStream content = opened.content()) {
            zip.putNextEntry(new ZipEntry("files/" + id + "-" + owned.file().name()));
            boolean whole = copy(id, content, zip);
            zip.closeEntry();
            return whole;
        }
    }

    private static boolean copy(String id, InputStream content, OutputStream out) throws IOException {
        byte[] piece = new byte[8_192];
        while (true) {
            int read;
            try {
                read = content.read(piece);
            } catch (IOException e) {
                return unreadable(id, e);
            }
            if (read < 0) return true;
            out.write(piece, 0, read);
        }
    }

    private static boolean unreadable(String id, IOException fault) {
        LOG.log(Level.ERROR, "file " + id + " cannot be exported", fault);
        return false;
    }

    /** Goes on behind what is closed in it. */
    private static final class Lasting extends FilterOutputStream {
        Lasting(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
