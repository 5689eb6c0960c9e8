package org.gatehouse.kyc.review;

import static java.util.Objects.requireNonNull;
import static org.gatehouse.attribute.AttributeTestBed.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.gatehouse.account.AccountTestBed;
import org.gatehouse.attribute.Requirement;
import org.gatehouse.audit.AuditTestBed;
import org.gatehouse.database.TestDatabase;
import org.gatehouse.file.FileTestBed;
import org.gatehouse.file.Files;
import org.gatehouse.file.Storing;
import org.gatehouse.kyc.application.Actor;
import org.gatehouse.kyc.application.Application;
import org.gatehouse.kyc.application.ApplicationStatus;
import org.gatehouse.kyc.application.ApplicationTestBed;
import org.gatehouse.kyc.application.Applications;
import org.gatehouse.kyc.application.AskedQuestion;
import org.gatehouse.kyc.application.Dossier;
import org.gatehouse.kyc.application.Entry;
import org.gatehouse.kyc.application.GivenAttribute;
import org.gatehouse.kyc.application.Risk;
import org.gatehouse.kyc.application.Turn;
import org.gatehouse.kyc.template.Question;
import org.gatehouse.kyc.template.TemplateTestBed;
import org.gatehouse.kyc.template.Templates;
import org.gatehouse.token.MovedClock;
import org.gatehouse.vault.Randomness;
import org.gatehouse.wallet.AccountId;
import org.gatehouse.wallet.Address;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReviewTest {
    private static final AccountId ADA =
            AccountId.ethereum(Address.parse("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"));
    private static final Instant BEGIN = Instant.parse("2026-11-21T12:00:00Z");
    private static final Actor ONE = new Actor(Actor.Kind.API_KEY, "1".repeat(32));
    private static final Actor OTHER = new Actor(Actor.Kind.REVIEWER, "2".repeat(32));
    private static final String CLIENT = "bank";

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    private final MovedClock clock = new MovedClock(BEGIN);
    private final Files files = FileTestBed.files(database.entities(), clock);
    private final Review review = review(database.entities());
    private String account = "";

    private Review review(EntityManager entities) {
        Templates templates = TemplateTestBed.templates(entities, clock);
        return new Review(
                applications(entities),
                templates,
                AccountTestBed.accounts(entities, clock),
                FileTestBed.files(entities, clock),
                clock,
                AuditTestBed.audit(entities, clock));
    }

    private Applications applications(EntityManager entities) {
        return ApplicationTestBed.applications(entities, clock);
    }

    @BeforeEach
    void templates() {
        String plain = "'name':'Plain','attributes':[{'attribute':'email','id':'mail'}],'retention_days':10";
        database.inTransaction(() -> {
            TemplateTestBed.store(database.entities(), clock, "{'id':'plain'," + plain + "}");
            TemplateTestBed.store(database.entities(), clock, "{'id':'two'," + plain + ",'four_eyes':true}");
            account = AccountTestBed.accounts(database.entities(), clock).ofWallet(ADA);
        });
    }

    @Test
    void anApprovalClosesTheApplicationAndSaysWhenItGoes() {
        Application after = done(decide(ONE, made("plain"), ApplicationStatus.APPROVED));
        assertEquals(ApplicationStatus.APPROVED, after.status());
        assertEquals(Optional.of(BEGIN), after.decidedAt());
        assertEquals(Optional.of(BEGIN.plus(Duration.ofDays(10))), after.eraseAt());
        assertEquals(1, after.version());
    }

    @Test
    void whereTwoHaveToApproveTheFirstDoesSoPartially() {
        String id = made("two");
        Application first = done(decide(ONE, id, ApplicationStatus.APPROVED));
        assertEquals(ApplicationStatus.PARTIALLY_APPROVED, first.status());
        assertEquals(Optional.of(ONE), first.approvedBy());
        assertEquals(Optional.empty(), first.eraseAt());
        refused(
                Reviewed.Why.CONFLICT,
                "You have approved it already: someone else has to approve it too",
                decide(ONE, id, ApplicationStatus.APPROVED));
        assertEquals(
                ApplicationStatus.APPROVED,
                done(decide(OTHER, id, ApplicationStatus.APPROVED)).status());
    }

    @Test
    void aFirstApprovalIsOverWhenSomethingElseHappensToTheStatus() {
        String id = made("two");
        done(decide(ONE, id, ApplicationStatus.APPROVED));
        done(decide(ONE, id, ApplicationStatus.DATA_CHECK));
        assertEquals(
                ApplicationStatus.PARTIALLY_APPROVED,
                done(decide(OTHER, id, ApplicationStatus.APPROVED)).status());
    }

    @Test
    void whatMissesSomethingCannotBeApproved() {
        String id = made("plain");
        done(on(id, task -> review.ask(task, wanted("nationality", true))));
        refused(
                Reviewed.Why.INVALID,
                "The application still misses something that was asked for",
                decide(ONE, id, ApplicationStatus.APPROVED));
        done(decide(ONE, id, ApplicationStatus.REJECTED));
    }

    @Test
    void whatIsClosedIsReopenedFirst() {
        String id = made("plain");
        done(decide(ONE, id, ApplicationStatus.REJECTED));
        refused(
                Reviewed.Why.CONFLICT,
                "An application that is Rejected cannot become Approved",
                decide(ONE, id, ApplicationStatus.APPROVED));
        String reopen = "The application is closed. Reopen it first.";
        refused(Reviewed.Why.CONFLICT, reopen, on(id, task -> review.ask(task, wanted("passport", true))));
        refused(
                Reviewed.Why.CONFLICT,
                reopen,
                on(id, task -> review.correct(task, Map.of("mail", json("'a@b.example'")))));
        refused(
                Reviewed.Why.CONFLICT,
                reopen,
                on(id, task -> review.refuseAttributes(task, Set.of("mail"), Optional.empty())));
        Application open = done(decide(ONE, id, ApplicationStatus.REOPENED));
        assertEquals(Optional.empty(), open.eraseAt());
    }

    @Test
    void nobodyReviewsAnApplicationOfTheirOwn() {
        Actor ada = new Actor(Actor.Kind.REVIEWER, account);
        refused(
                Reviewed.Why.FORBIDDEN,
                "Nobody reviews an application of their own",
                decide(ada, made("plain"), ApplicationStatus.APPROVED));
    }

    @Test
    void anApplicationOfAnotherClientIsNotThere() {
        String id = made("plain");
        refused(
                Reviewed.Why.UNKNOWN,
                "There is no such application",
                inTransaction(() -> review.note(Task.of(ONE, "another", id), "seen")));
        refused(Reviewed.Why.UNKNOWN, "There is no such application", on("no id", task -> review.note(task, "seen")));
    }

    @Test
    void whatWasMeantForAnEarlierVersionIsRefused() {
        String id = made("plain");
        done(on(id, task -> review.note(task, "seen")));
        refused(
                Reviewed.Why.STALE,
                "The application was changed since you read it. Read it again.",
                inTransaction(() -> review.note(new Task(ONE, CLIENT, id, version -> version == 0), "seen")));
        done(inTransaction(() -> review.note(new Task(ONE, CLIENT, id, version -> version == 1), "seen")));
    }

    @Test
    void aStatusThatThereIsNotIsRefused() {
        String id = made("plain");
        refused(
                Reviewed.Why.INVALID,
                "There is no status of this code",
                on(id, task -> review.decide(task, 17, Optional.empty())));
        refused(
                Reviewed.Why.INVALID,
                "The note should be a text of at most 4000 characters",
                on(id, task -> review.decide(task, 2, Optional.of("x".repeat(4_001)))));
    }

    @Test
    void theApplicantHasTheTurnWhenMoreIsAskedFor() {
        String id = made("plain");
        done(on(id, task -> review.ask(task, wanted("http://platform.selfkey.org/schema/attribute/email.json", true))));
        Application after = done(on(id, task -> review.ask(task, wanted("email", false))));
        assertEquals(ApplicationStatus.ADDITIONAL_REQUESTED, after.status());
        assertEquals(
                List.of("mail", "email", "email-2"),
                List.copyOf(after.dossier().attributes().keySet()));
        assertTrue(requireNonNull(after.dossier().attributes().get("email")).additional());
        assertTrue(requireNonNull(after.dossier().attributes().get("email")).missing());
        assertFalse(requireNonNull(after.dossier().attributes().get("email-2")).missing());
        refused(
                Reviewed.Why.INVALID,
                "There is no attribute of this schema",
                on(id, task -> review.ask(task, wanted("shoe-size", true))));
    }

    @Test
    void aQuestionMustBeOneThatCanBeAnswered() {
        String id = made("plain");
        Application after = done(on(id, task -> review.ask(task, question(Question.Type.SELECT, List.of("10", "5")))));
        assertEquals(ApplicationStatus.ADDITIONAL_REQUESTED, after.status());
        assertTrue(requireNonNull(after.dossier().questions().get("question")).missing());
        refused(
                Reviewed.Why.INVALID,
                "A question of the type select needs options",
                on(id, task -> review.ask(task, question(Question.Type.SELECT, List.of()))));
        refused(
                Reviewed.Why.INVALID,
                "Only questions of the types select and checkbox have options",
                on(id, task -> review.ask(task, question(Question.Type.DATE, List.of("today")))));
        refused(
                Reviewed.Why.INVALID,
                "An option is there twice",
                on(id, task -> review.ask(task, question(Question.Type.SELECT, List.of("a", "a")))));
    }

    @Test
    void whatWasGivenCanBeRefusedWithAComment() {
        String id = made("plain");
        Application after = done(on(id, task -> review.refuseAttributes(task, Set.of("mail"), Optional.of("a typo"))));
        assertEquals(ApplicationStatus.ADDITIONAL_REQUESTED, after.status());
        assertTrue(after.dossier().missing());
        Entry entry = log(after).stream()
                .filter(one -> one.kind() == Entry.Kind.INVALIDATION)
                .findFirst()
                .orElseThrow();
        assertEquals(Optional.of("mail"), entry.subject());
        assertEquals(Optional.of("a typo"), entry.text());
        refused(
                Reviewed.Why.INVALID,
                "Nothing was given for one of these attributes",
                on(id, task -> review.refuseAttributes(task, Set.of("shoe"), Optional.empty())));
        refused(
                Reviewed.Why.INVALID,
                "Nothing was given for one of these questions",
                on(id, task -> review.refuseAnswers(task, Set.of("why"), Optional.empty())));
        refused(
                Reviewed.Why.INVALID,
                "Say which",
                on(id, task -> review.refuseAttributes(task, Set.of(), Optional.empty())));
    }

    @Test
    void aCorrectionIsCheckedAndBringsAnApplicationBackToTheReviewers() {
        String id = made("plain");
        done(on(id, task -> review.refuseAttributes(task, Set.of("mail"), Optional.empty())));
        refused(
                Reviewed.Why.INVALID,
                "E-mail must be an e-mail address",
                on(id, task -> review.correct(task, Map.of("mail", json("'ada'")))));
        refused(
                Reviewed.Why.INVALID,
                "The application has no such attribute",
                on(id, task -> review.correct(task, Map.of("shoe", json("'ada'")))));
        Application after = done(on(id, task -> review.correct(task, Map.of("mail", json("'ada@b.example'")))));
        assertEquals(ApplicationStatus.UPLOADED, after.status());
        assertEquals(
                Optional.of(json("'ada@b.example'")),
                requireNonNull(after.dossier().attributes().get("mail")).data());
        assertTrue(log(after).stream()
                .anyMatch(one ->
                        one.kind() == Entry.Kind.CORRECTION && one.actor().equals(ONE)));
    }

    @Test
    void aDocumentIsNotCorrected() {
        String id = made("plain");
        done(on(id, task -> review.ask(task, wanted("passport", true))));
        refused(
                Reviewed.Why.INVALID,
                "Passport is a document, which its applicant alone can give",
                on(id, task -> review.correct(task, Map.of("passport", json("{}")))));
    }

    @Test
    void aCorrectionTakesAFirstApprovalBack() {
        String id = made("two");
        done(decide(ONE, id, ApplicationStatus.APPROVED));
        Application after = done(on(id, task -> review.correct(task, Map.of("mail", json("'ada@b.example'")))));
        assertEquals(ApplicationStatus.IN_PROGRESS, after.status());
        assertEquals(Optional.empty(), after.approvedBy());
    }

    @Test
    void notesAndMessagesAreKeptApart() {
        String id = made("plain");
        done(on(id, task -> review.note(task, "odd")));
        Application after = done(on(id, task -> review.say(task, "Hello")));
        assertEquals(
                List.of(Entry.Kind.STATUS, Entry.Kind.NOTE, Entry.Kind.MESSAGE),
                log(after).stream().map(Entry::kind).toList());
        refused(
                Reviewed.Why.INVALID,
                "The message should be a text of at most 4000 characters",
                on(id, task -> review.say(task, " ")));
    }

    @Test
    void textsAreStoredWithoutTheBlanksAtTheirEnds() {
        String id = made("plain");
        done(on(id, task -> review.note(task, " odd\r\nindeed\n")));
        done(on(id, task -> review.refuseAttributes(task, Set.of("mail"), Optional.of("a typo "))));
        Application after =
                done(on(id, task -> review.decide(task, ApplicationStatus.DATA_CHECK.code(), Optional.of(" look \n"))));
        assertEquals(
                List.of("odd\nindeed", "a typo", "look"),
                log(after).stream().flatMap(one -> one.text().stream()).toList());
        WantedQuestion wanted =
                new WantedQuestion(" Which? ", Optional.of(" One "), Question.Type.SELECT, List.of(" a", "b "), true);
        Question asked = requireNonNull(done(on(id, task -> review.ask(task, wanted)))
                        .dossier()
                        .questions()
                        .get("question"))
                .question();
        assertEquals("Which?", asked.label());
        assertEquals(Optional.of("One"), asked.description());
        assertEquals(List.of("a", "b"), asked.options());
        refused(
                Reviewed.Why.INVALID,
                "An option is there twice",
                on(id, task -> review.ask(task, question(Question.Type.SELECT, List.of("a", "a ")))));
    }

    @Test
    void labelsAndOptionsAreSingleLines() {
        String id = made("plain");
        refused(
                Reviewed.Why.INVALID,
                "An option should be one line of at most 200 characters",
                on(id, task -> review.ask(task, question(Question.Type.SELECT, List.of("a\nb")))));
        refused(
                Reviewed.Why.INVALID,
                "The label should be one line of at most 200 characters",
                on(
                        id,
                        task -> review.ask(
                                task, new WantedAttribute("email", Optional.of("a\nb"), Optional.empty(), true))));
    }

    @Test
    void anApplicationIsAssignedAndReleased() {
        String id = made("plain");
        assertEquals(
                Optional.of(OTHER),
                done(on(id, task -> review.assign(task, Optional.of(OTHER)))).assignee());
        assertEquals(
                Optional.empty(),
                done(on(id, task -> review.assign(task, Optional.empty()))).assignee());
    }

    @Test
    void reviewersTakeWhatNobodyHasAndReleaseWhatTheyHave() {
        String id = made("plain");
        Actor third = Actor.reviewer("3".repeat(32));
        assertEquals(
                Optional.of(OTHER),
                done(as(OTHER, false, id, task -> review.assign(task, Optional.of(OTHER))))
                        .assignee());
        String sentence = "A lead reviewer alone says what others review";
        refused(
                Reviewed.Why.FORBIDDEN,
                sentence,
                as(third, false, id, task -> review.assign(task, Optional.of(third))));
        refused(Reviewed.Why.FORBIDDEN, sentence, as(third, false, id, task -> review.assign(task, Optional.empty())));
        refused(
                Reviewed.Why.FORBIDDEN,
                sentence,
                as(OTHER, false, id, task -> review.assign(task, Optional.of(third))));
        assertEquals(
                Optional.of(third),
                done(as(OTHER, true, id, task -> review.assign(task, Optional.of(third))))
                        .assignee());
        Application after = done(as(third, false, id, task -> review.assign(task, Optional.empty())));
        assertEquals(Optional.empty(), after.assignee());
        assertEquals(
                List.of(Entry.Kind.STATUS, Entry.Kind.ASSIGNMENT, Entry.Kind.ASSIGNMENT, Entry.Kind.RELEASE),
                log(after).stream().map(Entry::kind).toList());
        assertEquals(
                List.of("kyc.assign", "kyc.assign", "kyc.assign"),
                database.texts("select a.action from AuditRow a where a.action = 'kyc.assign'"));
    }

    @Test
    void nobodyIsGivenAnApplicationOfTheirOwn() {
        String id = made("plain");
        Actor applicant = Actor.reviewer(account);
        String own = "Nobody reviews an application of their own";
        refused(Reviewed.Why.FORBIDDEN, own, as(OTHER, true, id, task -> review.assign(task, Optional.of(applicant))));
        refused(Reviewed.Why.FORBIDDEN, own, as(applicant, true, id, task -> review.note(task, "fine")));
    }

    @Test
    void aLeadReviewerAloneUndoesADecision() {
        String id = made("plain");
        done(as(OTHER, false, id, task -> review.decide(task, 2, Optional.empty())));
        refused(
                Reviewed.Why.FORBIDDEN,
                "A lead reviewer alone undoes a decision",
                as(OTHER, false, id, task -> review.decide(task, 16, Optional.empty())));
        assertEquals(
                ApplicationStatus.REOPENED,
                done(as(OTHER, true, id, task -> review.decide(task, 16, Optional.of("A mistake"))))
                        .status());
    }

    @Test
    void aFirstApprovalReleasesTheApplication() {
        String id = made("two");
        done(as(OTHER, false, id, task -> review.assign(task, Optional.of(OTHER))));
        Application after = done(as(OTHER, false, id, task -> review.decide(task, 2, Optional.empty())));
        assertEquals(ApplicationStatus.PARTIALLY_APPROVED, after.status());
        assertEquals(Optional.empty(), after.assignee());
    }

    @Test
    void aRiskIsForReviewersAlone() {
        String id = made("plain");
        Application after = done(as(OTHER, false, id, task -> review.mark(task, Risk.HIGH, Optional.of("odd"))));
        assertEquals(Risk.HIGH, after.risk());
        Entry last = log(after).get(1);
        assertEquals(Optional.of("high"), last.subject());
        assertEquals(Optional.of("odd"), last.text());
        assertFalse(last.kind().forApplicant());
    }

    @Test
    void anAttachmentBelongsToTheApplicationAndGoesWhereItIsRefused() {
        String id = made("plain");
        String file = credential(id);
        Application after = done(on(id, task -> review.attach(task, "credential", file)));
        assertEquals(
                Optional.of(after.id()),
                inTransaction(() -> review.ofFile(CLIENT, file)).map(Application::id));
        assertEquals(Optional.empty(), inTransaction(() -> review.ofFile("another", file)));
        String other = credential(id);
        refused(
                Reviewed.Why.INVALID,
                "The type should be one line of at most 50 characters",
                on(id, task -> review.attach(task, "", other)));
        assertEquals(Optional.empty(), inTransaction(() -> files.find(other, Review.owner(after))));
    }

    @Test
    void anAttachmentIsNotTheApplicantsToReplace() {
        String id = made("plain");
        String file = credential(id);
        Application after = done(on(id, task -> review.attach(task, "credential", file)));
        assertFalse(inTransaction(() -> files.claim(List.of(file), Review.owner(after), "application:" + id)));
        database.inTransaction(() -> files.erase(List.of(file), Review.owner(after), "application:" + id));
        assertTrue(inTransaction(() -> files.find(file, Review.owner(after))).isPresent());
    }

    @Test
    void anApplicationHasSoManyAttachmentsAndNoMore() {
        String id = made("plain");
        for (int i = 0; i < Review.MOST_ATTACHMENTS; i++) {
            String file = credential(id);
            done(on(id, task -> review.attach(task, "credential", file)));
        }
        String more = credential(id);
        refused(
                Reviewed.Why.INVALID,
                "An application has 100 attachments at most",
                on(id, task -> review.attach(task, "credential", more)));
    }

    @Test
    void anApprovalCanBeTakenBackWhenItsContentIsErasedAndThatIsAll() {
        String id = made("plain");
        done(decide(ONE, id, ApplicationStatus.APPROVED));
        database.inTransaction(() -> database.entities()
                .createQuery("update ApplicationRow a set a.dossierSealed = null, a.version = a.version + 1")
                .executeUpdate());
        String erased = "What this application contained is erased: nothing of it can be changed any more";
        refused(Reviewed.Why.CONFLICT, erased, decide(ONE, id, ApplicationStatus.REOPENED));
        refused(Reviewed.Why.CONFLICT, erased, decide(ONE, id, ApplicationStatus.REJECTED));
        refused(Reviewed.Why.CONFLICT, erased, on(id, task -> review.note(task, "a word")));
        refused(
                Reviewed.Why.INVALID,
                "What this application contained is erased: it takes no note",
                on(id, task -> review.decide(task, 8, Optional.of("a word"))));
        Application canceled = done(as(OTHER, true, id, task -> review.decide(task, 8, Optional.empty())));
        assertEquals(ApplicationStatus.CANCELED, canceled.status());
        assertEquals(
                List.of(),
                database.texts("select a.id from ApplicationRow a where a.dossierSealed is not null"),
                "nothing is sealed again");
        assertEquals(
                List.of(4, 2, 8),
                log(canceled).stream()
                        .map(entry -> entry.status().orElseThrow().code())
                        .toList());
        refused(Reviewed.Why.CONFLICT, erased, decide(ONE, id, ApplicationStatus.REOPENED));
    }

    @Test
    void whatIsKeptOfWhoHasLeftIsNotReopened() {
        String id = made("plain");
        done(decide(ONE, id, ApplicationStatus.APPROVED));
        database.inTransaction(() -> database.entities()
                .createQuery("update AccountRow a set a.erasedAt = :now")
                .setParameter("now", BEGIN)
                .executeUpdate());
        refused(
                Reviewed.Why.CONFLICT,
                "The applicant had everything erased: nobody is left who could go on with this application",
                decide(ONE, id, ApplicationStatus.REOPENED));
    }

    @Test
    void ofTwoWhoDecideAtOnceOneIsToldSo() throws InterruptedException, ExecutionException {
        for (int round = 0; round < 10; round++) {
            String id = made("plain");
            CountDownLatch read = new CountDownLatch(2);
            List<Callable<Reviewed>> both = IntStream.range(0, 2)
                    .<Callable<Reviewed>>mapToObj(who -> () -> atOnce(id, who, read))
                    .toList();
            ExecutorService threads = Executors.newFixedThreadPool(2);
            int done = 0;
            try {
                for (Future<Reviewed> one : threads.invokeAll(both)) {
                    done += one.get().then(application -> 1, not -> {
                        assertEquals("The application was changed meanwhile. Read it again.", not.sentence());
                        return 0;
                    });
                }
            } finally {
                threads.shutdown();
            }
            assertEquals(1, done);
            assertEquals(
                    2,
                    log(inTransaction(() -> review.find(CLIENT, id)).orElseThrow())
                            .size());
            clock.move(Duration.ofSeconds(1));
            database.inTransaction(() -> database.entities()
                    .createQuery("update ApplicationRow a set a.status = 3")
                    .executeUpdate());
        }
    }

    /** Both have read the application before one of them stores anything. */
    private Reviewed atOnce(String id, int who, CountDownLatch read) {
        EntityManager node = database.anotherNode();
        Task task = new Task(who == 0 ? ONE : OTHER, CLIENT, id, version -> met(read));
        ApplicationStatus next = who == 0 ? ApplicationStatus.APPROVED : ApplicationStatus.REJECTED;
        return TestDatabase.inTransaction(node, () -> review(node).decide(task, next.code(), Optional.empty()));
    }

    private static boolean met(CountDownLatch read) {
        read.countDown();
        try {
            read.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String credential(String application) {
        byte[] json = "{\"@context\":[]}".getBytes(StandardCharsets.UTF_8);
        Storing stored = inTransaction(() -> files.storeGiven(
                new org.gatehouse.file.Owner(account, CLIENT),
                Files.GIVEN + application,
                "vc.json",
                new ByteArrayInputStream(json)));
        assertEquals("application/json", ((Storing.Stored) stored).file().type());
        return ((Storing.Stored) stored).file().id();
    }

    private static WantedAttribute wanted(String schema, boolean required) {
        return new WantedAttribute(schema, Optional.empty(), Optional.empty(), required);
    }

    private static WantedQuestion question(Question.Type type, List<String> options) {
        return new WantedQuestion("How many fingers?", Optional.empty(), type, options, true);
    }

    private String made(String template) {
        GivenAttribute mail = new GivenAttribute(
                new Requirement("mail", "email", Optional.empty(), true),
                Optional.empty(),
                false,
                false,
                Optional.of(json("'ada@engines.example'")));
        Dossier dossier = new Dossier(Map.of("mail", mail), Map.<String, AskedQuestion>of(), Optional.empty());
        String id = new Randomness().id();
        Application made = new Application(
                id,
                CLIENT,
                account,
                template,
                1,
                Optional.empty(),
                ApplicationStatus.UPLOADED,
                0,
                dossier,
                Optional.empty(),
                Optional.empty(),
                clock.instant(),
                clock.instant(),
                Optional.empty(),
                Optional.empty(),
                Turn.OF_OTHERS,
                Risk.NONE);
        inTransaction(() -> applications(database.entities()).add(made, Actor.applicant(account)));
        return id;
    }

    private List<Entry> log(Application application) {
        return inTransaction(() -> applications(database.entities()).entries(application.id()));
    }

    private Reviewed decide(Actor actor, String id, ApplicationStatus next) {
        return inTransaction(() -> review.decide(Task.of(actor, CLIENT, id), next.code(), Optional.empty()));
    }

    private Reviewed on(String id, Function<Task, Reviewed> call) {
        return inTransaction(() -> call.apply(Task.of(ONE, CLIENT, id)));
    }

    private Reviewed as(Actor actor, boolean lead, String id, Function<Task, Reviewed> call) {
        return inTransaction(() -> call.apply(new Task(actor, lead, CLIENT, id, any -> true)));
    }

    private <T> T inTransaction(java.util.function.Supplier<T> work) {
        return database.inTransaction(work);
    }

    private static Application done(Reviewed reviewed) {
        return reviewed.then(application -> application, not -> {
            throw new AssertionError(not.sentence());
        });
    }

    private static void refused(Reviewed.Why why, String sentence, Reviewed reviewed) {
        assertEquals(new Reviewed.Not(why, sentence), reviewed);
    }
}
