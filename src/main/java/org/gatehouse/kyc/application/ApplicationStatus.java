package org.gatehouse.kyc.application;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How far an application is, with the codes of KYC-Chain, and who may bring it from where to where: what is not said here is refused. The wallet takes
 * {@link #APPROVED} for completed, {@link #REJECTED} and {@link #CANCELED} for over, so that its person may apply again, opens our page at
 * {@link #ADDITIONAL_REQUESTED}, asks for documents at {@link #USER_PROCESSING_REQUIREMENT}, and shows everything else as in progress.
 */
public enum ApplicationStatus {
    MISSING(0, "Missing"),
    IN_PROGRESS(1, "In Progress"),
    APPROVED(2, "Approved"),
    REJECTED(3, "Rejected"),
    UPLOADED(4, "Uploaded"),
    INVITED(5, "Invited"),
    USER_PROCESSING(6, "User Processing"),
    USER_DECLINED(7, "User Declined"),
    CANCELED(8, "Canceled"),
    ADDITIONAL_REQUESTED(9, "Additional Requested"),
    CORPORATE_DETAILS(10, "Corporate Details"),
    USER_PROCESSING_REQUIREMENT(11, "User Processing Requirement"),
    PARTIALLY_APPROVED(12, "Partially Approved"),
    SEND_TOKENS(13, "Send Tokens"),
    MANAGER_ASSIGNED(14, "Manager Assigned"),
    DATA_CHECK(15, "Data Check"),
    REOPENED(16, "Reopened");

    private static final Set<ApplicationStatus> CLOSED = EnumSet.of(APPROVED, REJECTED, USER_DECLINED, CANCELED);
    /** Where it is the applicant's turn. */
    private static final Set<ApplicationStatus> ASKING =
            EnumSet.of(MISSING, INVITED, USER_PROCESSING, ADDITIONAL_REQUESTED, USER_PROCESSING_REQUIREMENT);
    /** Where it is the reviewers' turn: what the applicant gives then is new to them. */
    private static final Set<ApplicationStatus> REVIEWING =
            EnumSet.of(IN_PROGRESS, CORPORATE_DETAILS, SEND_TOKENS, MANAGER_ASSIGNED, DATA_CHECK, REOPENED);
    /** To where reviewers bring what is open. */
    private static final Set<ApplicationStatus> BY_REVIEWERS = EnumSet.of(
            IN_PROGRESS,
            APPROVED,
            REJECTED,
            CANCELED,
            ADDITIONAL_REQUESTED,
            CORPORATE_DETAILS,
            USER_PROCESSING_REQUIREMENT,
            PARTIALLY_APPROVED,
            SEND_TOKENS,
            MANAGER_ASSIGNED,
            DATA_CHECK);

    private final int code;
    private final String title;

    ApplicationStatus(int code, String title) {
        this.code = code;
        this.title = title;
    }

    /** Its number in every protocol. */
    public int code() {
        return code;
    }

    /** What wallets show: {@code statusName}. */
    public String title() {
        return title;
    }

    /** Its name in the trail, such as {@code additional-requested}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The status of this number. */
    public static Optional<ApplicationStatus> ofCode(int code) {
        return Arrays.stream(values()).filter(status -> status.code == code).findFirst();
    }

    /** Whether nothing more happens unless someone reopens it. */
    public boolean closed() {
        return CLOSED.contains(this);
    }

    /** Whether it is the applicant's turn. */
    public boolean asksApplicant() {
        return ASKING.contains(this);
    }

    /** Whether it is the reviewers' turn: neither the applicant's nor over. */
    public boolean asksReviewers() {
        return !closed() && !asksApplicant();
    }

    /** Whether this kind of actor may bring an application from here to there. */
    public boolean leadsTo(ApplicationStatus next, Actor.Kind actor) {
        if (next == this) return false;
        return switch (actor) {
            case APPLICANT -> next == CANCELED && !closed();
            case API_KEY, REVIEWER -> closed() ? next == REOPENED : BY_REVIEWERS.contains(next);
            // What was asked for has come, or the applicant gave something else; or it never came, or the company is
            // gone whose member it is of.
            case SYSTEM ->
                next == CANCELED ? !closed() : next == UPLOADED && (asksApplicant() || REVIEWING.contains(this));
        };
    }

    /** The same where what the application contained is erased: an approval can be taken back, and that is all. */
    public boolean leadsToErased(ApplicationStatus next, Actor.Kind actor) {
        return this == APPROVED && next == CANCELED && (actor == Actor.Kind.API_KEY || actor == Actor.Kind.REVIEWER);
    }
}
