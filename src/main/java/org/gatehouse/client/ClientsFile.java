package org.gatehouse.client;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.gatehouse.config.WrongSetting;
import org.gatehouse.http.Json;

/** Reads the file that registers applications; {@code docs/clients.md} describes it. A wrong entry is named by file, client and member. */
final class ClientsFile {
    static final String KEY = "gatehouse.clients-file";

    private static final long MAX_BYTES = 1_000_000;

    private ClientsFile() {}

    static Map<String, Client> read(Path path) {
        JsonObject document = document(path);
        for (String member : document.keySet()) {
            if (!Set.of("clients").contains(member)) throw wrong(path, member + ": is not a member that is known here");
        }
        if (!(document.get("clients") instanceof JsonArray entries)) throw wrong(path, "clients: must be an array");
        Map<String, Client> clients = new HashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            String place = "client " + (i + 1);
            if (!(entries.get(i) instanceof JsonObject entry)) throw wrong(path, place + ": must be an object");
            try {
                place = ClientReader.id(entry).map(id -> "client " + id).orElse(place);
                Client read = ClientReader.read(entry);
                if (clients.put(read.id(), read) != null) throw new WrongClient("client_id", "is used twice");
            } catch (WrongClient e) {
                throw wrong(path, place + ": " + e.getMessage());
            }
        }
        return clients;
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
}
