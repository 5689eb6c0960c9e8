package org.gatehouse.kyc.application;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gatehouse.attribute.AttributeTypes;
import org.gatehouse.attribute.Requirement;

/** What an applicant adds to an application by itself: messages, payments, attributes that nobody asked for. */
final class Addition {
    /** How long a message or a note may be, in characters. */
    static final int LONGEST_MESSAGE = 4_000;

    static final int MOST_MESSAGES = 200;
    static final int MOST_PAYMENTS = 20;
    static final int MOST_ATTRIBUTES = 20;

    private static final int LONGEST_TITLE = 100;
    private static final Pattern TRANSACTION = Pattern.compile("0x[0-9a-f]{64}");

    private Addition() {}

    /** @throws Undone where it is no message, or there are too many of this applicant already */
    static Change message(Application before, List<Entry> log, String message) {
        String text = said(message);
        Actor applicant = Actor.applicant(before.account());
        if (count(log, Entry.Kind.MESSAGE, applicant) >= MOST_MESSAGES)
            throw Undone.because("You have sent " + MOST_MESSAGES + " messages here, and can send no more");
        return Change.to(before).and(Change.Happening.of(Entry.Kind.MESSAGE, Optional.of(text), applicant));
    }

    /** @throws Undone where it is not the hash of a transaction of Ethereum, or there are too many already */
    static Change payment(Application before, List<Entry> log, String transaction) {
        String hash = transaction.toLowerCase(Locale.ROOT);
        if (!TRANSACTION.matcher(hash).matches())
            throw Undone.because("The transaction's hash should be 0x and 64 hex digits");
        if (log.stream()
                .anyMatch(entry ->
                        entry.kind() == Entry.Kind.PAYMENT && entry.subject().equals(Optional.of(hash))))
            return Change.to(before);
        Actor applicant = Actor.applicant(before.account());
        if (count(log, Entry.Kind.PAYMENT, applicant) >= MOST_PAYMENTS)
            throw Undone.because("An application has " + MOST_PAYMENTS + " payments at most");
        return Change.to(before)
                .and(new Change.Happening(Entry.Kind.PAYMENT, Optional.of(hash), Optional.empty(), applicant));
    }

    private static long count(List<Entry> log, Entry.Kind kind, Actor actor) {
        return log.stream()
                .filter(entry -> entry.kind() == kind && entry.actor().equals(actor))
                .count();
    }

    /** @throws Undone where there is no such type, the title will not do, the application cannot be changed, or has too many already */
    static Change attribute(Application before, String schemaId, String title) {
        Completion.changeable(before);
        String type =
                AttributeTypes.name(schemaId).orElseThrow(() -> Undone.because("There is no such type of attributes"));
        String called = Text.line(title, LONGEST_TITLE)
                .orElseThrow(() -> Undone.because(
                        "The title should have 1 to " + LONGEST_TITLE + " characters, none of them hidden"));
        Dossier dossier = before.dossier();
        if (dossier.attributes().values().stream()
                        .filter(GivenAttribute::additional)
                        .count()
                >= MOST_ATTRIBUTES)
            throw Undone.because("An application has " + MOST_ATTRIBUTES + " additional attributes at most");
        Requirement requirement = new Requirement(free(dossier, type), type, Optional.of(called), false);
        return Change.to(before.with(
                        dossier.with(new GivenAttribute(requirement, Optional.empty(), true, false, Optional.empty()))))
                .and(new Change.Happening(
                        Entry.Kind.ATTRIBUTE,
                        Optional.of(requirement.id()),
                        Optional.empty(),
                        Actor.applicant(before.account())));
    }

    /** An id that no attribute has yet: the name of the type, or that with a number. */
    private static String free(Dossier dossier, String type) {
        String id = type;
        for (int number = 2; dossier.attributes().containsKey(id); number++) id = type + "-" + number;
        return id;
    }

    /** @throws Undone where it is no message */
    static String said(String message) {
        return text(message)
                .orElseThrow(() -> Undone.because(
                        "A message should have 1 to " + LONGEST_MESSAGE + " characters, none of them hidden"));
    }

    static Optional<String> text(String message) {
        return Text.of(message, LONGEST_MESSAGE);
    }
}
