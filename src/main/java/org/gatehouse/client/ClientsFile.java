package org.gatehouse.client;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.gatehouse.config.WrongSetting;
import org.gatehouse.http.Json;

/**
 * Reads the file that registers applications; {@code docs/clients.md} describes it. A wrong entry is named by file, client and field. Unknown members are
 * refused here: in a file that an administrator writes they are misspelt ones.
 */
final class ClientsFile {
    static final String KEY = "gatehouse.clients-file";
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,100}");
    private static final Set<String> MEMBERS =
            Set.of("client_id", "name", "audience", "algorithm", "typ", "access_lifetime", "groups");
    private static final Set<String> RULE_MEMBERS = Set.of("group", "when");
    private static final Set<String> FACTS = Set.of("idena.state", "idena.age", "idena.epoch", "idena.stake", "role");
    private static final Set<String> STATES =
            Set.of("Undefined", "Invite", "Candidate", "Verified", "Suspended", "Killed", "Zombie", "Newbie", "Human");
    private static final long MAX_BYTES = 1_000_000;
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    private final String file;
    private String client = "";

    private ClientsFile(Path file) {
        this.file = file.toString();
    }

    static Map<String, Client> read(Path path) {
        return new ClientsFile(path).clients(path);
    }

    private Map<String, Client> clients(Path path) {
        JsonObject document = document(path);
        known(document, Set.of("clients"), "");
        if (!(document.get("clients") instanceof JsonArray entries)) throw wrong("clients", "must be an array");
        Map<String, Client> clients = new HashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            client = "client " + (i + 1);
            if (!(entries.get(i) instanceof JsonObject entry)) throw wrong("", "must be an object");
            Client read = client(entry);
            if (clients.put(read.id(), read) != null) throw wrong("client_id", "is used twice");
        }
        return clients;
    }

    private JsonObject document(Path path) {
        try {
            if (Files.size(path) > MAX_BYTES) throw wrong("", "is larger than 1 MB");
            return Json.parse(Files.readAllBytes(path)).orElseThrow(() -> wrong("", "is not a JSON object"));
        } catch (IOException e) {
            throw wrong("", "cannot be read");
        }
    }

    private Client client(JsonObject entry) {
        String id = text(entry, "client_id").orElseThrow(() -> wrong("client_id", "is missing"));
        if (!ID.matcher(id).matches() || id.equals(Clients.OWN)) {
            throw wrong(
                    "client_id",
                    "must be 1 to 100 letters, digits, dots, hyphens and underscores, and not " + Clients.OWN);
        }
        client = "client " + id;
        known(entry, MEMBERS, "");
        return new Client(
                id,
                text(entry, "name").orElse(id),
                text(entry, "audience").orElse(id),
                oneOf(entry, "algorithm", List.of("RS256", "ES256")),
                oneOf(entry, "typ", List.of("JWT", "at+jwt")),
                text(entry, "access_lifetime").map(this::lifetime),
                Optional.ofNullable(entry.get("groups")).map(this::rules));
    }

    private String oneOf(JsonObject entry, String member, List<String> values) {
        String value = text(entry, member).orElse(values.get(0));
        if (!values.contains(value)) throw wrong(member, "must be one of " + String.join(", ", values));
        return value;
    }

    private Duration lifetime(String text) {
        try {
            Duration lifetime = Duration.parse(text);
            if (lifetime.compareTo(SHORTEST) >= 0 && lifetime.compareTo(LONGEST) <= 0) return lifetime;
        } catch (DateTimeParseException e) {
            // Answered below, with the same sentence.
        }
        throw wrong("access_lifetime", "must be a duration from " + SHORTEST + " to " + LONGEST);
    }

    private List<GroupRule> rules(JsonValue value) {
        if (!(value instanceof JsonArray array)) throw wrong("groups", "must be an array");
        return array.stream().map(this::rule).toList();
    }

    private GroupRule rule(JsonValue value) {
        if (!(value instanceof JsonObject rule)) throw wrong("groups", "must hold objects");
        known(rule, RULE_MEMBERS, "groups.");
        String group = text(rule, "group").orElseThrow(() -> wrong("groups.group", "is missing"));
        if (!(rule.get("when") instanceof JsonObject conditions) || conditions.isEmpty()) {
            throw wrong("groups.when", "must be an object with at least one condition");
        }
        Map<String, Set<String>> when = new LinkedHashMap<>();
        conditions.forEach((fact, wanted) -> when.put(fact, values(fact, wanted)));
        return new GroupRule(group, when);
    }

    private Set<String> values(String fact, JsonValue wanted) {
        if (!FACTS.contains(fact)) throw wrong("groups.when." + fact, "is not a fact that is known here");
        if (!(wanted instanceof JsonArray array) || array.isEmpty())
            throw wrong("groups.when." + fact, "must be an array of strings");
        Set<String> values = new HashSet<>();
        for (JsonValue value : array) {
            if (!(value instanceof JsonString string))
                throw wrong("groups.when." + fact, "must be an array of strings");
            if (fact.equals("idena.state") && !STATES.contains(string.getString())) {
                throw wrong("groups.when." + fact, "must be of " + String.join(", ", new TreeSet<>(STATES)));
            }
            values.add(string.getString());
        }
        return values;
    }

    private void known(JsonObject object, Set<String> members, String prefix) {
        for (String member : object.keySet()) {
            if (!members.contains(member)) throw wrong(prefix + member, "is not a member that is known here");
        }
    }

    private Optional<String> text(JsonObject entry, String member) {
        if (!entry.containsKey(member)) return Optional.empty();
        String text = Json.string(entry, member).orElseThrow(() -> wrong(member, "must be a string"));
        if (text.isBlank()) throw wrong(member, "must not be empty");
        return Optional.of(text);
    }

    private WrongSetting wrong(String member, String sentence) {
        return new WrongSetting(
                KEY,
                String.join(
                        ": ",
                        List.of(file, client, member, sentence).stream()
                                .filter(part -> !part.isEmpty())
                                .toList()));
    }
}
