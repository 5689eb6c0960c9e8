package org.gatehouse.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.json.stream.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatehouse.Wired;
import org.gatehouse.account.PersonalData;
import org.gatehouse.database.TestDatabase;
import org.gatehouse.file.FileTestBed;
import org.gatehouse.file.Files;
import org.gatehouse.http.Json;
import org.gatehouse.kyc.template.TemplateTestBed;
import org.gatehouse.kyc.template.Templates;
import org.gatehouse.token.MovedClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nobody adds a table and forgets that people have what is kept of them exported, and erased. */
class PersonalDataTest {
    private static final String ACCOUNT = "0123456789abcdef0123456789abcdef";

    /** The tables that nobody has to answer for, and why. */
    private static final Map<String, String> EXCEPTIONS = new TreeMap<>(Map.ofEntries(
            Map.entry("flyway_schema_history", "Flyway's own"),
            Map.entry("client", "applications, not people"),
            Map.entry("client_secret", "applications, not people"),
            Map.entry("signing_key", "ours"),
            Map.entry("kyc_template", "administrators write it for everyone"),
            Map.entry("kyc_api_key", "applications, not people"),
            Map.entry("kyc_webhook", "applications, not people"),
            Map.entry("kyc_delivery", "ids alone, and goes by its time; the application behind it is answered for"),
            Map.entry("audit_chain", "one row: the audit key, and where the trail ends"),
            Map.entry("audit_checkpoint", "hashes of the trail"),
            Map.entry("made_up_world", "one row: that all people are made up"),
            Map.entry("used_assertion", "hashes, which go by their time"),
            Map.entry("used_challenge", "ids, which go by their time"),
            Map.entry("challenge", "an address, which goes minutes after the nonce has expired"),
            Map.entry("attempt", "goes an hour after its end, and says by then what happened to a late wallet"),
            Map.entry("selfkey_login", "goes with the token, within hours; no account is in it"),
            Map.entry("pending_request", "what an application asked a browser, which goes within the hour"),
            Map.entry("bridge_session", "a cookie and a grant, without which it is nothing; goes by its time"),
            Map.entry("logout_notice", "must still be delivered; goes within 24 hours"),
            Map.entry("kyc_visit", "lasts minutes, and is nobody's once the account is erased")));

    /** What stays of an account that is erased: the trail, ids and dates of applications, what the next sweep takes away, and the exceptions. */
    private static final Set<String> STAYS =
            Set.of("audit_event", "kyc_application", "stored_file", "logout_notice", "kyc_visit");

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    private final MovedClock clock = new MovedClock(Instant.parse("2026-11-20T12:00:00Z"));
    private final Wired wired = new Wired(database.entities(), clock)
            .with(Files.class, FileTestBed.files(database.entities(), clock))
            .with(Templates.class, TemplateTestBed.templates(id -> Optional.empty()));

    @Test
    void everyTableIsAnsweredForByOneRoomOrIsAnException() {
        Map<String, Integer> answers = new TreeMap<>();
        database.inTransaction(this::tables).forEach(table -> answers.put(table, 0));
        EXCEPTIONS.keySet().forEach(table -> answers.merge(table, 1, Integer::sum));
        rooms().flatMap(room -> room.tables().stream()).forEach(table -> answers.merge(table, 1, Integer::sum));
        answers.values().removeIf(count -> count == 1);
        assertEquals(Map.of(), answers, "0: name it in a PersonalData or in EXCEPTIONS; 2: it is named twice");
    }

    @Test
    void noTwoRoomsHaveTheSameNameInTheExport() {
        List<String> names = rooms().map(PersonalData::name).toList();
        assertTrue(names.size() > 7, names.toString());
        assertEquals(new TreeSet<>(names).size(), names.size(), names.toString());
    }

    @Test
    void whatIsExportedIsWrittenWhenTheTransactionIsOver() {
        database.inTransaction(() -> {
            fill("account", Map.of("id", ACCOUNT));
            for (String table : List.of("session", "consent", "sign_up", "client_grant", "account_wallet"))
                fill(table, Map.of("account_id", ACCOUNT));
            fill("stored_file", Map.of("account_id", ACCOUNT, "stored_at", "1"));
        });
        rooms().forEach(room -> {
            Consumer<JsonGenerator> read = database.inTransaction(() -> room.export(ACCOUNT));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (JsonGenerator json = Json.generator(out)) {
                read.accept(json);
            }
            String written = out.toString(StandardCharsets.UTF_8);
            assertEquals(
                    !Set.of("trail", "shared_attributes", "kyc_users", "kyc_applications")
                            .contains(room.name()),
                    written.length() > 2,
                    room.name() + " " + written);
        });
    }

    @Test
    void nothingStaysInAnyTableBesideWhatHasTo() {
        Set<String> owned = database.inTransaction(() ->
                new TreeSet<>(texts("select table_name from information_schema.columns where column_name = 'ACCOUNT_ID'"
                        + " and table_schema = 'PUBLIC'")));
        database.inTransaction(() -> {
            fill("account", Map.of("id", ACCOUNT));
            for (String table : owned) fill(table, Map.of("account_id", ACCOUNT));
            sql("insert into kyc_entry (id, application_id, number, kind, subject, text_sealed, actor, happened_at)"
                    + " values ('e', 'x', 0, 'PAYMENT', '0xabc', 'sealed', 'system:gatehouse', 1)");
        });
        database.inTransaction(() -> rooms().forEach(room -> room.erase(ACCOUNT)));
        Set<String> left = new TreeSet<>();
        for (String table : owned)
            if (!rows(table, "account_id = '" + ACCOUNT + "'").isEmpty()) left.add(table);
        assertEquals(new TreeSet<>(STAYS), left);
        assertEquals(List.of(), rows("kyc_application", "dossier_sealed is not null or erased_at is null"));
        assertEquals(List.of(), rows("kyc_entry", "text_sealed is not null or subject is not null"));
        assertEquals(List.of(), rows("stored_file", "key_sealed is not null"));
        assertEquals(List.of(), rows("account", "erased_at is null"));
    }

    private Stream<? extends PersonalData> rooms() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.gatehouse").stream()
                        .filter(type -> type.isAssignableTo(PersonalData.class) && !type.isInterface())
                        .map(JavaClass::reflect)
                        .map(type -> wired.make(type.asSubclass(PersonalData.class)));
    }

    private Set<String> tables() {
        return new TreeSet<>(texts("select table_name from information_schema.tables where table_schema = 'PUBLIC'"));
    }

    /** A row with these values, and something in every other column that must not be null. */
    private void fill(String table, Map<String, String> values) {
        Map<String, String> row = new HashMap<>();
        columns(table).forEach((column, type) -> row.put(column, "'x'"));
        columns(table).forEach((column, type) -> {
            if (type.contains("INT")) row.put(column, "1");
            if (type.equals("BOOLEAN")) row.put(column, "false");
        });
        if (table.equals("stored_file")) row.putAll(Map.of("store", "'DATABASE'", "key_sealed", "'sealed'"));
        if (table.equals("kyc_application")) row.putAll(Map.of("dossier_sealed", "'sealed'", "status", "2"));
        values.forEach((column, value) -> row.put(column, "'" + value + "'"));
        sql("insert into " + table + " (" + String.join(", ", row.keySet()) + ") values ("
                + String.join(", ", row.values()) + ")");
    }

    private Map<String, String> columns(String table) {
        return texts("select column_name || ' ' || data_type from information_schema.columns where is_nullable = 'NO'"
                        + " and table_schema = 'PUBLIC' and table_name = '" + table.toUpperCase(Locale.ROOT) + "'")
                .stream()
                .collect(Collectors.toMap(
                        each -> each.substring(0, each.indexOf(' ')),
                        each -> each.substring(each.indexOf(' ') + 1).toUpperCase(Locale.ROOT)));
    }

    private List<String> rows(String table, String which) {
        return database.inTransaction(() -> texts("select '" + table + "' from " + table + " where " + which));
    }

    private void sql(String statement) {
        database.entities().createNativeQuery(statement).executeUpdate();
    }

    /** The texts that this SQL finds, in small letters. */
    private List<String> texts(String query) {
        List<?> found = database.entities().createNativeQuery(query).getResultList();
        return found.stream()
                .map(each -> each.toString().toLowerCase(Locale.ROOT))
                .toList();
    }
}
