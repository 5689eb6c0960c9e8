package org.gatehouse.kyc.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.account.AccountTestBed;
import org.gatehouse.database.TestDatabase;
import org.gatehouse.kyc.application.QueueFilter.Assignee;
import org.gatehouse.kyc.application.QueueFilter.Order;
import org.gatehouse.kyc.template.TemplateTestBed;
import org.gatehouse.token.MovedClock;
import org.gatehouse.wallet.AccountId;
import org.gatehouse.wallet.Address;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class QueueTest {
    private static final Instant BEGIN = Instant.parse("2026-12-01T12:00:00Z");
    private static final Actor ONE = Actor.reviewer("1".repeat(32));

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    private final MovedClock clock = new MovedClock(BEGIN);
    private final Applications applications = ApplicationTestBed.applications(database.entities(), clock);
    private final Queue queue = new Queue(database.entities());
    private String account = "";

    @BeforeEach
    void applicant() {
        database.inTransaction(() -> {
            TemplateTestBed.store(database.entities(), clock, "{'id':'slow'}");
            TemplateTestBed.store(database.entities(), clock, "{'id':'quick','review_within':'PT2H'}");
            account = AccountTestBed.accounts(database.entities(), clock)
                    .ofWallet(AccountId.ethereum(Address.parse("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed")));
        });
    }

    @Test
    void whoIsDueFirstComesFirstWhateverWaitedLonger() {
        made("a", "slow", ApplicationStatus.UPLOADED);
        clock.move(Duration.ofHours(1));
        made("b", "quick", ApplicationStatus.UPLOADED);
        made("c", "slow", ApplicationStatus.ADDITIONAL_REQUESTED);
        assertEquals(List.of("b", "a"), ids(QueueFilter.WAITING));
        QueueLine first = lines(QueueFilter.WAITING, Order.DUE).get(0);
        assertEquals(
                new Turn(
                        Optional.of(clock.instant()),
                        Optional.of(clock.instant().plus(Duration.ofHours(2)))),
                first.turn());
        assertEquals(0, overdue());
        clock.move(Duration.ofHours(3));
        assertEquals(1, overdue());
    }

    @Test
    void theTurnLastsWhileReviewersHaveItAndBeginsAnewWhenTheyGetIt() {
        made("a", "slow", ApplicationStatus.UPLOADED);
        clock.move(Duration.ofHours(1));
        to("a", ApplicationStatus.IN_PROGRESS);
        assertEquals(Optional.of(BEGIN), find("a").turn().since());
        to("a", ApplicationStatus.ADDITIONAL_REQUESTED);
        assertEquals(Turn.OF_OTHERS, find("a").turn());
        clock.move(Duration.ofHours(1));
        to("a", ApplicationStatus.UPLOADED);
        assertEquals(
                Optional.of(BEGIN.plus(Duration.ofHours(2))), find("a").turn().since());
        to("a", ApplicationStatus.APPROVED);
        assertEquals(Turn.OF_OTHERS, find("a").turn());
    }

    @Test
    void filtersGoTogether() {
        made("a", "slow", ApplicationStatus.UPLOADED);
        made("b", "quick", ApplicationStatus.UPLOADED);
        clock.move(Duration.ofHours(5));
        made("c", "quick", ApplicationStatus.UPLOADED);
        change("b", find("b").assignedTo(Optional.of(ONE)).of(Risk.HIGH));
        assertEquals(List.of("b"), ids(filter("", Assignee.of(ONE), Set.of())));
        assertEquals(List.of("c", "a"), ids(filter("", Assignee.NOBODY, Set.of())));
        assertEquals(List.of("c"), ids(filter("quick", Assignee.NOBODY, Set.of())));
        assertEquals(List.of("b"), ids(filter("", Assignee.ANYBODY, Set.of(Risk.LOW, Risk.HIGH))));
        QueueFilter old = new QueueFilter(
                Optional.of("bank"),
                Optional.empty(),
                Set.of(),
                Optional.of(clock.instant().minus(Duration.ofHours(4))),
                Assignee.ANYBODY,
                Set.of());
        assertEquals(List.of("b", "a"), ids(old));
        assertEquals(2, database.inTransaction(() -> queue.count(old)));
    }

    @Test
    void whereSomeDoNotWaitTheyComeLast() {
        made("a", "slow", ApplicationStatus.ADDITIONAL_REQUESTED);
        made("b", "slow", ApplicationStatus.UPLOADED);
        QueueFilter all = new QueueFilter(
                Optional.empty(),
                Optional.empty(),
                Set.of(ApplicationStatus.values()),
                Optional.empty(),
                Assignee.ANYBODY,
                Set.of());
        assertEquals(List.of("b", "a"), ids(all));
        assertEquals(
                List.of("a", "b"),
                lines(all, Order.CREATED).stream().map(QueueTest::name).toList());
        assertEquals(
                Map.of(ApplicationStatus.ADDITIONAL_REQUESTED, 1, ApplicationStatus.UPLOADED, 1),
                database.inTransaction(queue::counts));
    }

    @Test
    void whatComesNextIsNobodysOrOnesOwnToReview() {
        made("a", "slow", ApplicationStatus.UPLOADED);
        made("b", "slow", ApplicationStatus.UPLOADED);
        made("c", "slow", ApplicationStatus.UPLOADED);
        change("a", find("a").assignedTo(Optional.of(Actor.reviewer("2".repeat(32)))));
        change("b", find("b").approvedFirstBy(ONE).with(ApplicationStatus.PARTIALLY_APPROVED, BEGIN, Optional.empty()));
        assertEquals(Optional.of("c"), next(ONE, "z"));
        assertEquals(Optional.empty(), next(ONE, "c"));
        assertEquals(Optional.empty(), next(Actor.reviewer(account), "z"), "nobody reviews their own");
    }

    @Test
    void whoWasRejectedIsKnownByClient() {
        made("a", "slow", ApplicationStatus.UPLOADED);
        assertEquals(Set.of(), database.inTransaction(() -> queue.rejected(Set.of(account))));
        to("a", ApplicationStatus.REJECTED);
        assertEquals(Set.of(account + "/bank"), database.inTransaction(() -> queue.rejected(Set.of(account))));
    }

    private int overdue() {
        return database.inTransaction(() -> queue.overdue(clock.instant()));
    }

    private Optional<String> next(Actor reviewer, String besides) {
        return database.inTransaction(() -> queue.next(reviewer, id(besides))).map(QueueTest::name);
    }

    private static QueueFilter filter(String template, Assignee assignee, Set<Risk> risks) {
        return new QueueFilter(
                Optional.empty(),
                Optional.of(template).filter(one -> !one.isEmpty()),
                Set.of(),
                Optional.empty(),
                assignee,
                risks);
    }

    private List<String> ids(QueueFilter filter) {
        return lines(filter, Order.DUE).stream().map(QueueTest::name).toList();
    }

    private List<QueueLine> lines(QueueFilter filter, Order order) {
        return database.inTransaction(() -> queue.lines(filter, order, false, 0, 10));
    }

    private static String name(QueueLine line) {
        return line.id().substring(31);
    }

    private static String id(String name) {
        return "0".repeat(31) + name;
    }

    private Application find(String name) {
        return database.inTransaction(() -> applications.find(id(name), "bank")).orElseThrow();
    }

    private void to(String name, ApplicationStatus status) {
        change(name, find(name).with(status, clock.instant(), Optional.empty()));
    }

    private void change(String name, Application after) {
        Application before = find(name);
        assertTrue(database.inTransaction(() -> applications.store(before, Change.to(after), ONE, Optional.empty())));
    }

    private void made(String name, String template, ApplicationStatus status) {
        Application made = new Application(
                id(name),
                "bank",
                account,
                template,
                1,
                Optional.empty(),
                status,
                0,
                Dossier.none(),
                Optional.empty(),
                Optional.empty(),
                clock.instant(),
                clock.instant(),
                Optional.empty(),
                Optional.empty(),
                Turn.OF_OTHERS,
                Risk.NONE);
        database.inTransaction(() -> {
            applications.add(made, Actor.applicant(account));
        });
    }
}
