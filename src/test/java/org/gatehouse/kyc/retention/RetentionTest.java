package org.gatehouse.kyc.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.gatehouse.Wired;
import org.gatehouse.account.Accounts;
import org.gatehouse.account.PersonalData.Kept;
import org.gatehouse.attribute.Requirement;
import org.gatehouse.database.TestDatabase;
import org.gatehouse.file.FileTestBed;
import org.gatehouse.file.Files;
import org.gatehouse.file.Owner;
import org.gatehouse.file.Storing;
import org.gatehouse.kyc.application.Actor;
import org.gatehouse.kyc.application.Application;
import org.gatehouse.kyc.application.ApplicationStatus;
import org.gatehouse.kyc.application.ApplicationTestBed;
import org.gatehouse.kyc.application.Applications;
import org.gatehouse.kyc.application.Change;
import org.gatehouse.kyc.application.Dossier;
import org.gatehouse.kyc.application.Entry;
import org.gatehouse.kyc.application.Erasure;
import org.gatehouse.kyc.application.GivenAttribute;
import org.gatehouse.kyc.application.Risk;
import org.gatehouse.kyc.application.StatusChanged;
import org.gatehouse.kyc.application.Turn;
import org.gatehouse.kyc.template.Template;
import org.gatehouse.kyc.template.TemplateTestBed;
import org.gatehouse.kyc.template.Templates;
import org.gatehouse.token.MovedClock;
import org.gatehouse.vault.Randomness;
import org.gatehouse.wallet.AccountId;
import org.gatehouse.wallet.Address;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RetentionTest {
    private static final byte[] PDF = "%PDF-1.4\n%EOF".getBytes(StandardCharsets.US_ASCII);
    private static final Actor REVIEWER = new Actor(Actor.Kind.REVIEWER, "r");

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    private final MovedClock clock = new MovedClock(Instant.parse("2026-11-20T12:00:00Z"));
    private final Files files = FileTestBed.files(database.entities(), clock);
    private final Wired wired = new Wired(database.entities(), clock)
            .with(Files.class, files)
            .with(Templates.class, TemplateTestBed.templates(id -> Optional.of(template(id))));
    private final Applications applications = wired.make(Applications.class);
    private final RetentionSweep sweep = wired.make(RetentionSweep.class);
    private final ApplicationData data = wired.make(ApplicationData.class);
    private String account = "";

    /** {@code short} is kept for 30 days, {@code law} for ever and when its applicant leaves, {@code law-90} for 90 days and when its applicant leaves. */
    private static Template template(String id) {
        OptionalInt days =
                switch (id) {
                    case "short" -> OptionalInt.of(30);
                    case "law-90" -> OptionalInt.of(90);
                    default -> OptionalInt.empty();
                };
        return new Template(
                id,
                1,
                id,
                "",
                Template.Type.INDIVIDUAL,
                List.of(),
                List.of(),
                List.of(),
                false,
                days,
                id.startsWith("law"),
                Optional.empty());
    }

    @BeforeEach
    void applicant() {
        account = database.inTransaction(() -> wired.make(Accounts.class)
                .ofWallet(AccountId.ethereum(Address.parse("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"))));
    }

    @Test
    void whatTheTemplateKeepsNoLongerIsErasedWithItsFilesAndTexts() {
        String id = apply("short", Optional.empty());
        String file = file(id);
        close(id, ApplicationStatus.APPROVED);
        clock.move(Duration.ofDays(30).minusSeconds(1));
        assertEquals(0, sweep());
        assertFalse(find(id).dossier().attributes().isEmpty());
        clock.move(Duration.ofSeconds(1));
        assertEquals(1, sweep());
        assertEquals(Map.of(), find(id).dossier().attributes());
        assertEquals(ApplicationStatus.APPROVED, find(id).status());
        assertTrue(find(id).decidedAt().isPresent());
        assertFalse(there(file));
        List<Entry> log = database.inTransaction(() -> applications.entries(id));
        assertEquals(
                List.of(ApplicationStatus.UPLOADED, ApplicationStatus.APPROVED),
                log.stream().flatMap(entry -> entry.status().stream()).toList());
        assertTrue(log.stream().allMatch(entry -> entry.text().isEmpty()));
        assertEquals(
                List.of(id + " short"),
                database.texts(
                        "select concat(a.applicationId, ' ', a.detail) from AuditRow a where a.action = 'kyc.erase'"));
        assertEquals(0, sweep(), "once");
    }

    @Test
    void aCompanyTakesItsMembersAlong() {
        String company = apply("short", Optional.empty());
        String member = apply("other", Optional.of(company));
        String file = file(member);
        close(company, ApplicationStatus.REJECTED);
        clock.move(Duration.ofDays(31));
        assertEquals(1, sweep());
        assertEquals(Map.of(), find(member).dossier().attributes());
        assertEquals(ApplicationStatus.CANCELED, find(member).status(), "nobody would ever close it");
        assertFalse(there(file));
    }

    @Test
    void aMemberStaysAsLongAsItsCompanyIsOpen() {
        String company = apply("short", Optional.empty());
        String member = apply("short", Optional.of(company));
        close(member, ApplicationStatus.APPROVED);
        clock.move(Duration.ofDays(31));
        assertEquals(0, sweep());
        close(company, ApplicationStatus.APPROVED);
        assertEquals(1, sweep());
        assertEquals(Map.of(), find(member).dossier().attributes());
        assertFalse(find(company).dossier().attributes().isEmpty());
    }

    @Test
    void whatIsReopenedIsNotErased() {
        String id = apply("short", Optional.empty());
        close(id, ApplicationStatus.REJECTED);
        close(id, ApplicationStatus.REOPENED);
        clock.move(Duration.ofDays(31));
        assertEquals(0, sweep());
    }

    @Test
    void whatWaitsForItsApplicantForTooLongIsCanceledAndThenErased() {
        String asked = apply("short", Optional.empty());
        String reviewed = apply("short", Optional.empty());
        close(asked, ApplicationStatus.ADDITIONAL_REQUESTED);
        clock.move(Duration.ofDays(180));
        assertEquals(0, sweep());
        clock.move(Duration.ofSeconds(1));
        assertEquals(1, sweep());
        assertEquals(ApplicationStatus.CANCELED, find(asked).status());
        assertEquals(ApplicationStatus.UPLOADED, find(reviewed).status(), "it is not the applicant's turn");
        StatusChanged last = (StatusChanged) wired.fired.get(wired.fired.size() - 1);
        assertEquals(Actor.SYSTEM, last.actor());
        clock.move(Duration.ofDays(30));
        assertEquals(1, sweep());
        assertEquals(Map.of(), find(asked).dossier().attributes());
        assertFalse(find(reviewed).dossier().attributes().isEmpty());
    }

    @Test
    void whatHappensToAMemberHappensToItsCompany() {
        String company = apply("short", Optional.empty());
        close(company, ApplicationStatus.ADDITIONAL_REQUESTED);
        clock.move(Duration.ofDays(100));
        apply("short", Optional.of(company));
        clock.move(Duration.ofDays(100));
        assertEquals(0, sweep());
    }

    @Test
    void whatWasKilledInBetweenIsErasedByTheNextSweep() {
        String id = apply("short", Optional.empty());
        String file = file(id);
        close(id, ApplicationStatus.APPROVED);
        clock.move(Duration.ofDays(31));
        Erasure erasure = wired.make(Erasure.class);
        assertThrows(
                IllegalStateException.class,
                () -> database.inTransaction(() -> {
                    erasure.erase(id);
                    throw new IllegalStateException("killed");
                }));
        assertTrue(there(file));
        assertFalse(find(id).dossier().attributes().isEmpty());
        assertEquals(1, sweep());
        assertFalse(there(file));
    }

    @Test
    void whoHasEverythingErasedLeavesWhatHasToStay() {
        String open = apply("law", Optional.empty());
        String approved = apply("law", Optional.empty());
        String timed = apply("law-90", Optional.empty());
        String free = apply("short", Optional.empty());
        String file = file(approved);
        String gone = file(free);
        for (String each : List.of(approved, timed, free)) close(each, ApplicationStatus.APPROVED);
        Instant decided = clock.instant();
        clock.move(Duration.ofDays(10));
        wired.fired.clear();
        List<Kept> kept = database.inTransaction(() -> data.erase(account));
        assertEquals(
                Set.of(
                        new Kept("shop", approved, "law", decided.plus(Duration.ofDays(1_825))),
                        new Kept("shop", timed, "law-90", decided.plus(Duration.ofDays(90)))),
                Set.copyOf(kept));
        assertEquals(ApplicationStatus.CANCELED, find(open).status());
        assertEquals(
                List.of(open),
                wired.fired.stream()
                        .map(each -> ((StatusChanged) each).application().id())
                        .toList());
        for (String each : List.of(open, free))
            assertEquals(Map.of(), find(each).dossier().attributes());
        for (String each : List.of(approved, timed))
            assertFalse(find(each).dossier().attributes().isEmpty());
        assertTrue(there(file));
        assertFalse(there(gone));
        clock.move(Duration.ofDays(1_825));
        assertEquals(2, sweep());
        assertFalse(there(file));
        assertEquals(List.of(), database.inTransaction(() -> data.erase(account)));
    }

    @Test
    void whatAReviewerAttachedGoesWithTheApplication() {
        String id = apply("short", Optional.empty());
        String file = stored(Files.GIVEN + id);
        close(id, ApplicationStatus.APPROVED);
        clock.move(Duration.ofDays(30));
        assertEquals(1, sweep());
        assertFalse(there(file));
    }

    @Test
    void whatIsDecidedInTheMomentOfTheErasureIsNotCanceled() {
        String id = apply("law", Optional.empty());
        List<Kept> kept = database.inTransaction(() -> {
            assertTrue(applications.find(id, "shop").isPresent());
            approveElsewhere(id);
            return data.erase(account);
        });
        assertEquals(List.of(id), kept.stream().map(Kept::application).toList());
        assertEquals(ApplicationStatus.APPROVED, find(id).status());
    }

    private void approveElsewhere(String id) {
        EntityManager node = database.anotherNode();
        Applications there = ApplicationTestBed.applications(node, clock);
        TestDatabase.inTransaction(node, () -> {
            Application before = there.find(id, "shop").orElseThrow();
            return there.store(
                    before,
                    Change.to(before.with(ApplicationStatus.APPROVED, clock.instant(), Optional.empty())),
                    REVIEWER,
                    Optional.empty());
        });
    }

    @Test
    void aClientStaysUntilItsApplicationsAreErased() {
        ApplicationHold hold = wired.make(ApplicationHold.class);
        assertEquals(Optional.empty(), database.inTransaction(() -> hold.reason("shop")));
        String id = apply("short", Optional.empty());
        apply("short", Optional.of(id));
        close(id, ApplicationStatus.CANCELED);
        assertTrue(database.inTransaction(() -> hold.reason("shop")).isPresent());
        assertEquals(Optional.empty(), database.inTransaction(() -> hold.reason("other")));
        clock.move(Duration.ofDays(31));
        sweep();
        assertEquals(Optional.empty(), database.inTransaction(() -> hold.reason("shop")));
    }

    @Test
    void theExportHasWhatWasSaidButNotAmongReviewers() {
        String id = apply("short", Optional.empty());
        Application before = find(id);
        database.inTransaction(() -> applications.store(
                before,
                Change.to(before)
                        .and(Change.Happening.of(Entry.Kind.NOTE, Optional.of("suspicious"), REVIEWER))
                        .and(Change.Happening.of(Entry.Kind.MESSAGE, Optional.of("hello"), REVIEWER)),
                REVIEWER,
                Optional.empty()));
        String json = database.inTransaction(() -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (var generator = Json.createGenerator(out)) {
                data.export(account).accept(generator);
            }
            return out.toString(StandardCharsets.UTF_8);
        });
        assertTrue(json.contains("\"ada@engines.example\"") && json.contains("\"hello\""), json);
        assertFalse(json.contains("suspicious"), json);
    }

    private String apply(String template, Optional<String> parent) {
        Instant now = clock.instant();
        GivenAttribute email = new GivenAttribute(
                new Requirement("email", "email", Optional.empty(), true),
                Optional.empty(),
                false,
                false,
                Optional.of(Json.createValue("ada@engines.example")));
        Application made = new Application(
                new Randomness().id(),
                "shop",
                account,
                template,
                1,
                parent,
                ApplicationStatus.UPLOADED,
                0,
                new Dossier(Map.of("email", email), Map.of(), Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                now,
                now,
                Optional.empty(),
                Optional.empty(),
                Turn.OF_OTHERS,
                Risk.NONE);
        return database.inTransaction(
                () -> applications.add(made, Actor.applicant(account)).id());
    }

    private void close(String id, ApplicationStatus status) {
        Application before = find(id);
        Optional<Instant> until = template(before.template()).keptUntil(clock.instant());
        assertTrue(database.inTransaction(() -> applications.store(
                before, Change.to(before.with(status, clock.instant(), until)), REVIEWER, Optional.of("because"))));
    }

    private Application find(String id) {
        return database.inTransaction(() -> applications.find(id, "shop").orElseThrow());
    }

    private String file(String application) {
        return stored("application:" + application);
    }

    private String stored(String purpose) {
        return database.inTransaction(() -> {
            Owner owner = new Owner(account, "shop");
            Storing stored = files.store(() -> owner, "cv.pdf", new ByteArrayInputStream(PDF));
            String id = ((Storing.Stored) stored).file().id();
            assertTrue(files.claim(List.of(id), owner, purpose));
            return id;
        });
    }

    private boolean there(String file) {
        return database.inTransaction(
                () -> files.find(file, new Owner(account, "shop")).isPresent());
    }

    private int sweep() {
        return database.inTransaction(() -> sweep.sweep(clock.instant(), 1_000));
    }
}
