package org.gatehouse.kyc.application;

import jakarta.enterprise.context.Dependent;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.attribute.SentAttribute;
import org.gatehouse.endpoint.Applicant;

/**
 * What applicants do: they apply, complete what they are asked for, cancel, and talk. Called outside of a transaction: the client may ask a distant server whom it
 * lets in. Of an application that is not the applicant's own it is not even said that it is there.
 */
@Dependent
public class Applying {
    /**
     * Makes an application.
     *
     * @param template the id of one of the client's templates
     * @param sent attributes as they were sent
     */
    public Applied apply(Applicant applicant, String template, List<SentAttribute> sent) {
        throw new UnsupportedOperationException(template + applicant + sent);
    }

    /**
     * Adds what was missing, or replaces what was given, while the application is open. Where nothing is missing any more, and it was the applicant's turn, it
     * is {@link ApplicationStatus#UPLOADED} then.
     *
     * @param sent attributes as they were sent; others stay
     * @param answers to questions, by their ids; others stay
     */
    public Applied complete(Applicant applicant, String id, List<SentAttribute> sent, Map<String, JsonValue> answers) {
        throw new UnsupportedOperationException(id + applicant + sent + answers);
    }

    /** Brings it to another status, which for an applicant is {@link ApplicationStatus#CANCELED} alone. */
    public Applied change(Applicant applicant, String id, int code, Optional<String> note) {
        throw new UnsupportedOperationException(id + applicant + code + note);
    }

    /** Says something to the reviewers. */
    public Applied say(Applicant applicant, String id, String message) {
        throw new UnsupportedOperationException(id + applicant + message);
    }

    /** The application, if it is the applicant's own. */
    public Optional<Application> find(Applicant applicant, String id) {
        throw new UnsupportedOperationException(id + applicant);
    }
}
