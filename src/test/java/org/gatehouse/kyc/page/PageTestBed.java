package org.gatehouse.kyc.page;

import static org.gatehouse.attribute.AttributeTestBed.json;

import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gatehouse.attribute.Requirement;
import org.gatehouse.kyc.application.Actor;
import org.gatehouse.kyc.application.Application;
import org.gatehouse.kyc.application.ApplicationStatus;
import org.gatehouse.kyc.application.AskedQuestion;
import org.gatehouse.kyc.application.Dossier;
import org.gatehouse.kyc.application.Entry;
import org.gatehouse.kyc.application.GivenAttribute;
import org.gatehouse.kyc.application.Risk;
import org.gatehouse.kyc.application.Turn;
import org.gatehouse.kyc.template.Question;

/** What a page is made from. */
final class PageTestBed {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private PageTestBed() {}

    static Application application(ApplicationStatus status, Dossier dossier) {
        return new Application(
                "0".repeat(32),
                "portal",
                "ada",
                "quick",
                1,
                Optional.empty(),
                status,
                0,
                dossier,
                Optional.empty(),
                Optional.empty(),
                NOW,
                NOW,
                Optional.empty(),
                Optional.empty(),
                Turn.OF_OTHERS,
                Risk.NONE);
    }

    /** @param data what was given, as JSON with single quotes; empty for nothing */
    static GivenAttribute attribute(String type, boolean required, boolean refused, String data) {
        Requirement requirement = new Requirement(type, type, Optional.empty(), required);
        return new GivenAttribute(requirement, Optional.empty(), false, refused, value(data));
    }

    static AskedQuestion asked(String id, String answer) {
        Question question = new Question(id, "Since when?", Optional.empty(), Question.Type.INPUT, List.of(), true);
        return new AskedQuestion(question, true, false, value(answer));
    }

    private static Optional<JsonValue> value(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(json(text));
    }

    static Entry refusal(String subject, String reason) {
        return new Entry(
                "0",
                Entry.Kind.INVALIDATION,
                Optional.empty(),
                Optional.of(subject),
                Optional.of(reason),
                new Actor(Actor.Kind.API_KEY, "1"),
                NOW);
    }
}
