package org.gatehouse.kyc.template;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.gatehouse.attribute.Requirement;

/**
 * What an application of a kind must contain, and how it is reviewed; {@code docs/kyc.md} says what each member is for.
 *
 * @param id its name, the same in all versions
 * @param version counts from 1
 * @param name what people read
 * @param description more of it; may be empty
 * @param type who applies
 * @param attributes what they share
 * @param questions what they answer
 * @param members with which templates the members of a company apply
 * @param fourEyes whether two have to approve
 * @param retentionDays for how many days after the decision an application is kept; for ever if empty
 * @param keptWhenErased whether it is kept so long even if its applicant has everything erased, since the law asks for it
 * @param reviewWithin how long reviewers have for it; as long as for others if empty
 */
public record Template(
        String id,
        int version,
        String name,
        String description,
        Type type,
        List<TemplateAttribute> attributes,
        List<Question> questions,
        List<MemberTemplate> members,
        boolean fourEyes,
        OptionalInt retentionDays,
        boolean keptWhenErased,
        Optional<Duration> reviewWithin) {
    public Template {
        attributes = List.copyOf(attributes);
        questions = List.copyOf(questions);
        members = List.copyOf(members);
    }

    /** Who applies. */
    public enum Type {
        INDIVIDUAL,
        CORPORATE
    }

    /** Until when an application is kept that is closed at this time; empty for ever. */
    public Optional<Instant> keptUntil(Instant closed) {
        return retentionDays.isPresent()
                ? Optional.of(closed.plus(Duration.ofDays(retentionDays.getAsInt())))
                : Optional.empty();
    }

    /** What the attributes are checked against. */
    public List<Requirement> requirements() {
        return attributes.stream().map(TemplateAttribute::requirement).toList();
    }
}
