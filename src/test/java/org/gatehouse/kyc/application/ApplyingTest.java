package org.gatehouse.kyc.application;

import static org.gatehouse.attribute.AttributeTestBed.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.event.Event;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.gatehouse.Fake;
import org.gatehouse.Wired;
import org.gatehouse.account.AccountTestBed;
import org.gatehouse.account.Accounts;
import org.gatehouse.attribute.Requirement;
import org.gatehouse.attribute.SentAttribute;
import org.gatehouse.audit.AuditTestBed;
import org.gatehouse.client.Client;
import org.gatehouse.client.ClientTestBed;
import org.gatehouse.database.TestDatabase;
import org.gatehouse.endpoint.Applicant;
import org.gatehouse.endpoint.EndpointTestBed;
import org.gatehouse.endpoint.RootEndpoint;
import org.gatehouse.file.FileTestBed;
import org.gatehouse.file.Files;
import org.gatehouse.file.Owner;
import org.gatehouse.file.Storing;
import org.gatehouse.kyc.template.TemplateTestBed;
import org.gatehouse.kyc.template.Templates;
import org.gatehouse.token.MovedClock;
import org.gatehouse.vault.MasterKey;
import org.gatehouse.vault.Randomness;
import org.gatehouse.wallet.AccountId;
import org.gatehouse.wallet.Address;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ApplyingTest {
    private static final AccountId ADA =
            AccountId.ethereum(Address.parse("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"));
    private static final AccountId EVE =
            AccountId.ethereum(Address.parse("0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359"));
    private static final Instant BEGIN = Instant.parse("2026-11-20T12:00:00Z");
    private static final byte[] PDF = "%PDF-1.4\n%EOF".getBytes(StandardCharsets.US_ASCII);

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    private final MovedClock clock = new MovedClock(BEGIN);
    private final List<StatusChanged> told = new ArrayList<>();
    private final Accounts accounts = AccountTestBed.accounts(database.entities(), clock);
    private final Files files = FileTestBed.files(database.entities(), clock);
    private final Templates templates = TemplateTestBed.templates(database.entities(), clock);

    @SuppressWarnings("unchecked")
    private final Applications applications = new Applications(
            database.entities(),
            new MasterKey(new byte[MasterKey.BYTES], new Randomness()),
            new Randomness(),
            clock,
            AuditTestBed.audit(database.entities(), clock),
            ApplicationTestBed.targets(database.entities(), clock),
            Fake.of(Event.class, Map.of("fire", event -> told.add((StatusChanged) event[0]))));

    /** Each call a transaction, as on a server. */
    private final OwnApplications own =
            new OwnApplications(
                    applications, ClientTestBed.lock(database.entities()), accounts, files, new Randomness(), clock) {
                @Override
                Application make(Applicant applicant, Draft draft) {
                    return database.inTransaction(() -> super.make(applicant, draft));
                }

                @Override
                void change(
                        String account,
                        String client,
                        String id,
                        Actor actor,
                        Optional<String> note,
                        Function<Application, Change> thought) {
                    database.inTransaction(() -> super.change(account, client, id, actor, note, thought));
                }
            };

    private final Applying applying = new Applying(
            EndpointTestBed.admissions(accounts),
            accounts,
            templates,
            new Submissions(accounts, files),
            applications,
            own,
            clock);

    @BeforeEach
    void portal() {
        database.inTransaction(() -> ClientTestBed.register(database.entities(), clock, "portal"));
        store(
                "{'id':'quick','name':'Quick','attributes':['email',{'attribute':'cv','required':false}],'retention_days':2}");
        store(
                "{'id':'asks','name':'Asks','attributes':['email'],"
                        + "'questions':[{'id':'when','label':'When','type':'date'},{'id':'who','label':'Who','required':false}]}");
    }

    private void store(String template) {
        database.inTransaction(() -> TemplateTestBed.store(database.entities(), clock, template));
    }

    @Test
    void anApplicationIsMadeWithAccountAndLog() {
        Application made = done(apply(ADA, "quick", email()));
        assertEquals(ApplicationStatus.UPLOADED, made.status());
        assertEquals(List.of(ApplicationStatus.UPLOADED), statuses(made.id()));
        assertEquals(1, told.size());
        assertEquals(Optional.of(made), applying.find(ada(), made.id()));
        assertEquals(Optional.empty(), applying.find(applicant(EVE), made.id()));
    }

    @Test
    void aRefusedApplicationLeavesNothing() {
        refused("Error validating attributes: E-mail is missing", apply(ADA, "quick"));
        refused("Nobody applies with this template", apply(ADA, "unknown", email()));
        assertEquals(0, database.count("AccountRow"));
        assertEquals(0, database.count("ApplicationRow"));
    }

    @Test
    void filesAreKeptForTheApplicationAndErasedWithWhatReferredToThem() {
        String first = file();
        String id = done(apply(ADA, "quick", email(), cv(first))).id();
        String second = file();
        done(applying.complete(ada(), id, List.of(cv(second)), Map.of()));
        assertFalse(there(first));
        assertTrue(there(second));
        refused(
                "Error validating attributes: a file is not there any more, or never was",
                applying.complete(ada(), id, List.of(cv(first)), Map.of()));
        assertTrue(there(second));
    }

    @Test
    void anotherApplicationsFileIsNotTaken() {
        String file = file();
        done(apply(ADA, "quick", email(), cv(file)));
        String other = done(apply(ADA, "asks", email())).id();
        assertThrows(
                Undone.class,
                () -> own.change(
                        accounts.find(ADA).orElseThrow(),
                        "portal",
                        other,
                        Actor.SYSTEM,
                        Optional.empty(),
                        before -> Change.to(before.with(before.dossier()
                                .with(new GivenAttribute(
                                        new Requirement("cv", "cv", Optional.empty(), false),
                                        Optional.empty(),
                                        true,
                                        false,
                                        Optional.of(json("[{'content':'" + file + "'}]"))))))));
        assertFalse(
                applying.find(ada(), other).orElseThrow().dossier().attributes().containsKey("cv"));
    }

    @Test
    void whoHasAppliedAppliesAgainOnlyAfterwards() {
        String id = done(apply(ADA, "quick", email())).id();
        refused("You have applied for this already: Quick", apply(ADA, "quick", email()));
        clock.move(Duration.ofHours(1));
        Application canceled = done(applying.change(ada(), id, 8, Optional.of("Later")));
        assertEquals(Optional.of(clock.instant().plus(Duration.ofDays(2))), canceled.eraseAt());
        done(apply(ADA, "quick", email()));
    }

    @Test
    void whoseApprovedApplicationIsErasedAppliesAgain() {
        String id = done(apply(ADA, "quick", email())).id();
        bring(id, ApplicationStatus.APPROVED);
        refused("You have applied for this already: Quick", apply(ADA, "quick", email()));
        database.inTransaction(
                () -> new Erasure(database.entities(), clock, files, AuditTestBed.audit(database.entities(), clock))
                        .erase(id));
        done(apply(ADA, "quick", email()));
    }

    @Test
    void whatTheApplicantReplacesIsLoggedAndToldToThoseWhoReview() {
        String id = done(apply(ADA, "quick", email())).id();
        bring(id, ApplicationStatus.IN_PROGRESS);
        told.clear();
        done(applying.complete(ada(), id, List.of(email()), Map.of()));
        assertEquals(List.of(), told, "it is what was there");
        Application replaced = done(applying.complete(ada(), id, List.of(sent("email", "'eve@x.example'")), Map.of()));
        assertEquals(ApplicationStatus.UPLOADED, replaced.status());
        done(applying.complete(ada(), id, List.of(email()), Map.of()));
        assertEquals(
                List.of(4, 4),
                told.stream().map(each -> each.application().status().code()).toList());
        assertTrue(told.stream().allMatch(each -> each.actor().equals(Actor.SYSTEM)));
        assertEquals(
                List.of(4, 1, 4, 4),
                statuses(id).stream().map(ApplicationStatus::code).toList());
        List<Entry> logged = applications.entries(id).stream()
                .filter(entry -> entry.kind() == Entry.Kind.CORRECTION)
                .toList();
        assertEquals(2, logged.size());
        assertEquals(Optional.of("email"), logged.get(0).subject());
        assertEquals(Actor.applicant(replaced.account()), logged.get(0).actor());
    }

    @Test
    void aMemberHasNoMembers() {
        String company = done(apply(ADA, "asks", email())).id();
        Application member = member(company);
        assertEquals(
                "A member has no members of its own",
                assertThrows(Undone.class, () -> member(member.id())).getMessage());
    }

    @Test
    void noMemberComesToACompanyThatIsClosedWhileItWaits() throws InterruptedException {
        String company = done(apply(ADA, "asks", email())).id();
        Applications elsewhere = ApplicationTestBed.applications(other, clock);
        Erasure erasure = new Erasure(other, clock, FileTestBed.files(other, clock), AuditTestBed.audit(other, clock));
        Throwable[] thrown = {null};
        Thread waiting = new Thread(() -> {
            try {
                member(company);
            } catch (Undone e) {
                thrown[0] = e;
            }
        });
        TestDatabase.inTransaction(other, () -> {
            assertTrue(erasure.hold(company).isPresent());
            waiting.start();
            awaitLock(waiting);
            Application before = elsewhere.find(company, "portal").orElseThrow();
            return elsewhere.store(
                    before,
                    Change.to(before.with(ApplicationStatus.CANCELED, clock.instant(), Optional.empty())),
                    Actor.SYSTEM,
                    Optional.empty());
        });
        waiting.join();
        assertInstanceOf(Undone.class, thrown[0]);
        assertEquals(Map.of(), database.inTransaction(() -> applications.members(Set.of(company))));
    }

    /** It waits in the database, or soon will: either way it must not see what is not there yet. */
    private static void awaitLock(Thread thread) {
        try {
            thread.join(300);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whoEndsAMembershipCancelsWhatSomeoneElseChangesInThatMoment() {
        String id = done(apply(ADA, "quick", email())).id();
        String account = accounts.find(ADA).orElseThrow();
        ApplicantMembership membership = new Wired(database.entities(), clock)
                .with(Applications.class, applications)
                .with(Templates.class, templates)
                .make(ApplicantMembership.class);
        assertTrue(database.inTransaction(() -> {
            assertTrue(applications.find(id, "portal").isPresent());
            overtake(id);
            return membership.end(account, "portal");
        }));
        assertEquals(
                ApplicationStatus.CANCELED,
                applying.find(ada(), id).orElseThrow().status());
    }

    private Application member(String company) {
        Draft draft = new Draft(
                templates.find("quick").orElseThrow(),
                Optional.of(company),
                new Dossier(Map.of(), Map.of(), Optional.empty()));
        return own.make(ada(), draft);
    }

    private void bring(String id, ApplicationStatus next) {
        Application before = applying.find(ada(), id).orElseThrow();
        database.inTransaction(() -> applications.store(
                before,
                Change.to(before.with(next, clock.instant(), Optional.empty())),
                new Actor(Actor.Kind.REVIEWER, "r"),
                Optional.empty()));
    }

    @Test
    void anAnswerIsCheckedAndCompletesTheApplication() {
        Application made = done(apply(ADA, "asks", email()));
        assertEquals(ApplicationStatus.ADDITIONAL_REQUESTED, made.status());
        refused("When should be a day, YYYY-MM-DD", answer(made.id(), "when", "'2026-02-30'"));
        assertEquals(
                ApplicationStatus.ADDITIONAL_REQUESTED,
                done(answer(made.id(), "who", "'Ada'")).status());
        assertEquals(
                ApplicationStatus.UPLOADED,
                done(answer(made.id(), "when", "'2026-02-28'")).status());
        refused("When is missing", answer(made.id(), "when", "''"));
        assertEquals(Actor.SYSTEM, told.get(1).actor());
    }

    @Test
    void aLostRaceIsTriedOnceMoreWithTheApplicationAsItIsThen() {
        String id = done(apply(ADA, "asks", email())).id();
        int[] races = {1};
        Applied result = Attempt.of(() -> {
            own.change(accounts.find(ADA).orElseThrow(), "portal", id, Actor.SYSTEM, Optional.empty(), before -> {
                if (races[0]-- > 0) overtake(id);
                return Change.to(before.assignedTo(Optional.of(Actor.SYSTEM)));
            });
            return applying.find(ada(), id).orElseThrow();
        });
        assertEquals(2, done(result).version());
    }

    @Test
    void whoLosesTwiceIsToldSoAndChangesNothing() {
        String id = done(apply(ADA, "asks", email())).id();
        Applied result = Attempt.of(() -> {
            own.change(accounts.find(ADA).orElseThrow(), "portal", id, Actor.SYSTEM, Optional.empty(), before -> {
                overtake(id);
                return Change.to(before.assignedTo(Optional.of(Actor.SYSTEM)));
            });
            return applying.find(ada(), id).orElseThrow();
        });
        assertEquals(
                409,
                assertInstanceOf(Applied.Not.class, result).refused().answer().getStatus());
    }

    /** Another node changes it in this moment. */
    private void overtake(String id) {
        TestDatabase.inTransaction(
                other, () -> other.createQuery("update ApplicationRow a set a.version = a.version + 1 where a.id = :id")
                        .setParameter("id", id)
                        .executeUpdate());
    }

    private final EntityManager other = database.anotherNode();

    private Applied apply(AccountId wallet, String template, SentAttribute... sent) {
        return applying.apply(applicant(wallet), template, List.of(sent));
    }

    private Applied answer(String id, String question, String answer) {
        JsonValue value = json(answer);
        return applying.complete(ada(), id, List.of(), Map.of(question, value));
    }

    private Applicant ada() {
        return applicant(ADA);
    }

    private static Applicant applicant(AccountId wallet) {
        Client portal =
                ClientTestBed.client("{'client_id':'portal','name':'Portal','redirect_uris':['https://p.example/cb'],"
                        + "'selfkey':{'origins':['https://p.example'],'templates':['quick','asks']}}");
        return new Applicant(
                RootEndpoint.of(portal, portal.selfkey().orElseThrow(), EndpointTestBed.PUBLIC_URL), wallet);
    }

    private static Application done(Applied what) {
        return assertInstanceOf(Applied.Done.class, what, what::toString).application();
    }

    private static void refused(String message, Applied what) {
        assertEquals(
                message, assertInstanceOf(Applied.Not.class, what).refused().message());
    }

    private List<ApplicationStatus> statuses(String id) {
        return applications.entries(id).stream()
                .flatMap(entry -> entry.status().stream())
                .toList();
    }

    private static SentAttribute email() {
        return sent("email", "'ada@engines.example'");
    }

    private static SentAttribute cv(String file) {
        return sent("cv", "[{'content':'" + file + "'}]");
    }

    private static SentAttribute sent(String type, String data) {
        return new SentAttribute(Optional.of(type), Optional.of(type), json(data));
    }

    private String file() {
        return database.inTransaction(() -> {
            Storing stored = files.store(
                    () -> new Owner(accounts.ofWallet(ADA), "portal"), "cv.pdf", new ByteArrayInputStream(PDF));
            return assertInstanceOf(Storing.Stored.class, stored).file().id();
        });
    }

    private boolean there(String file) {
        return database.inTransaction(() ->
                files.find(file, new Owner(accounts.ofWallet(ADA), "portal")).isPresent());
    }
}
