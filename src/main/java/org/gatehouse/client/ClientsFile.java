package org.gatehouse.client;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.config.Keys;
import org.gatehouse.config.Settings;
import org.gatehouse.config.WrongSetting;
import org.gatehouse.http.Json;
import org.gatehouse.http.WrongMember;

/**
 * The file that registers applications, as it stands at the start; {@code docs/clients.md} describes it. A wrong entry is named by file, client and
 * member.
 *
 * @param entries its entries in order; empty where no file is named, which is another thing than a file without entries
 */
record ClientsFile(Optional<List<FileEntry>> entries) implements Settings {
    static final String KEY = "gatehouse.clients-file";

    private static final String SECRET = "client_secret";
    private static final String SECRET_FILE = "client_secret_file";
    private static final long MAX_BYTES = 1_000_000;
    private static final String SECRET_FORM = "[\\x21-\\x7E]{16,200}";
    private static final String SECRET_SENTENCE = "must be 16 to 200 visible ASCII characters";

    static ClientsFile read(Keys keys, EntryCheck check) {
        return new ClientsFile(keys.file(KEY).map(path -> read(path, check)));
    }

    static List<FileEntry> read(Path path, EntryCheck check) {
        JsonObject document = document(path);
        for (String member : document.keySet()) {
            if (!Set.of("clients").contains(member)) throw wrong(path, member + ": is not a member that is known here");
        }
        if (!(document.get("clients") instanceof JsonArray entries)) throw wrong(path, "clients: must be an array");
        Map<String, FileEntry> clients = new LinkedHashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            String place = "client " + (i + 1);
            if (!(entries.get(i) instanceof JsonObject entry)) throw wrong(path, place + ": must be an object");
            try {
                place = ClientReader.id(entry).map(id -> "client " + id).orElse(place);
                FileEntry read = entry(path, entry, check);
                if (clients.put(read.id(), read) != null) throw new WrongMember("client_id", "is used twice");
            } catch (WrongMember e) {
                throw wrong(path, place + ": " + e.sentence());
            }
        }
        return List.copyOf(clients.values());
    }

    private static FileEntry entry(Path path, JsonObject written, EntryCheck check) {
        JsonObject entry = Json.copy(written).remove(SECRET).remove(SECRET_FILE).build();
        Client client = check.client(entry);
        Optional<String> secret = secret(path, written);
        if (secret.isPresent() && !client.authentication().bySecret()) {
            String member = written.containsKey(SECRET) ? SECRET : SECRET_FILE;
            throw new WrongMember(member, "is for client_secret_basic and client_secret_post only");
        }
        return new FileEntry(client.id(), entry, secret);
    }

    private static Optional<String> secret(Path path, JsonObject written) {
        if (written.containsKey(SECRET) && written.containsKey(SECRET_FILE)) {
            throw new WrongMember(SECRET_FILE, "stands beside client_secret");
        }
        if (written.containsKey(SECRET)) {
            return Optional.of(Json.string(written, SECRET)
                    .filter(text -> text.matches(SECRET_FORM))
                    .orElseThrow(() -> new WrongMember(SECRET, SECRET_SENTENCE)));
        }
        if (!written.containsKey(SECRET_FILE)) return Optional.empty();
        String name =
                Json.string(written, SECRET_FILE).orElseThrow(() -> new WrongMember(SECRET_FILE, "must be a string"));
        return Optional.of(secretFile(path, name));
    }

    private static String secretFile(Path path, String name) {
        try {
            Path file = path.resolveSibling(name);
            if (Files.size(file) > MAX_BYTES) throw new WrongMember(SECRET_FILE, "names a file of another kind");
            String text = Files.readString(file).strip();
            if (text.matches(SECRET_FORM)) return text;
        } catch (IOException | InvalidPathException e) {
            throw new WrongMember(SECRET_FILE, "names a file that cannot be read");
        }
        throw new WrongMember(SECRET_FILE, "what stands in the file " + SECRET_SENTENCE);
    }

    private static JsonObject document(Path path) {
        try {
            if (Files.size(path) > MAX_BYTES) throw wrong(path, "is larger than 1 MB");
            return Json.parse(Files.readAllBytes(path)).orElseThrow(() -> wrong(path, "is not a JSON object"));
        } catch (IOException e) {
            throw wrong(path, "cannot be read");
        }
    }

    private static WrongSetting wrong(Path path, String sentence) {
        return new WrongSetting(KEY, path + ": " + sentence);
    }

    /**
     * An entry of the file.
     *
     * @param id its {@code client_id}
     * @param entry the entry without its secret
     * @param secret the secret that stands in it, or in the file that it names
     */
    record FileEntry(String id, JsonObject entry, Optional<String> secret) {
        /** Without the secret. */
        @Override
        public String toString() {
            return "entry " + id;
        }
    }
}
