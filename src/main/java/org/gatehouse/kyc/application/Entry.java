package org.gatehouse.kyc.application;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Something that happened to an application.
 *
 * @param id its id
 * @param kind what
 * @param status the new status, where it is {@link Kind#STATUS}
 * @param subject what it concerns: of {@link Kind#INVALIDATION} and {@link Kind#CORRECTION} the attribute's or question's id, of
 *     {@link Kind#ATTRIBUTE} the attribute's, of {@link Kind#QUESTION} the question's, of
 *     {@link Kind#PAYMENT} the transaction's hash, of {@link Kind#ATTACHMENT} the file's id, of {@link Kind#ASSIGNMENT} the reviewer, of {@link Kind#RISK}
 *     its slug
 * @param text what was said; of {@link Kind#ATTACHMENT} its type
 * @param actor who did it
 * @param at when
 */
public record Entry(
        String id,
        Kind kind,
        Optional<ApplicationStatus> status,
        Optional<String> subject,
        Optional<String> text,
        Actor actor,
        Instant at) {
    /** What can happen. */
    public enum Kind {
        /** It got another status. The text is a note with it. */
        STATUS,
        /** Applicant and reviewers talk. */
        MESSAGE,
        /** Reviewers talk among themselves. */
        NOTE,
        /** The applicant says that it was paid. */
        PAYMENT,
        /** An attribute was asked for. */
        ATTRIBUTE,
        /** What was given for an attribute or a question was refused. The text says why. */
        INVALIDATION,
        /** What was given for an attribute was changed by the relying party, or, as an answer may be, replaced by the applicant. */
        CORRECTION,
        /** A question was asked. */
        QUESTION,
        /** A reviewer added a file. */
        ATTACHMENT,
        /** A reviewer took the application, or was given it. */
        ASSIGNMENT,
        /** Nobody reviews it any more. */
        RELEASE,
        /** A reviewer said how risky it is. The text says why. */
        RISK;

        /** What reviewers tell one another: it is neither the applicant's nor about what the applicant gave. */
        private static final Set<Kind> AMONG_REVIEWERS = EnumSet.of(NOTE, ASSIGNMENT, RELEASE, RISK);

        /** Whether its applicant may know of it. */
        public boolean forApplicant() {
            return !AMONG_REVIEWERS.contains(this);
        }
    }
}
