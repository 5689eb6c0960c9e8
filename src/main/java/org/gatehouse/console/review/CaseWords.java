package org.gatehouse.console.review;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a reviewer typed in one form of the page of an application: each form has some of it. */
public final class CaseWords {
    /** What reviewers may ask for: the types of attributes that a form can take. */
    static final List<String> TYPES = List.of(
            "passport",
            "national-id",
            "drivers-license",
            "utility-bill",
            "bank-statement",
            "birth-certificate",
            "tax-certificate",
            "certificate-of-incorporation",
            "registration-certificate",
            "member-register",
            "external-document",
            "professional-reference-letter",
            "cv",
            "first-name",
            "middle-name",
            "last-name",
            "email",
            "phone-number",
            "date-of-birth",
            "nationality",
            "country-of-residency",
            "physical-address",
            "national-id-number",
            "tax-id-number",
            "work-place",
            "company-name");

    private String reason = "";
    private String subject = "";
    private String type = "";
    private String label = "";
    private String text = "";
    private String risk = "";
    private String assignee = "";

    void clear() {
        reason = "";
        label = "";
        text = "";
    }
    /** Why: the applicant reads it as well. */
    public String getReason() {
        return reason;
    }

    public void setReason(@Nullable String sent) {
        reason = Objects.requireNonNullElse(sent, "");
    }

    /** The id of an attribute or a question. */
    public String getSubject() {
        return subject;
    }

    public void setSubject(@Nullable String sent) {
        subject = Objects.requireNonNullElse(sent, "");
    }

    /** The type of an attribute. */
    public String getType() {
        return type;
    }

    public void setType(@Nullable String sent) {
        type = Objects.requireNonNullElse(sent, "");
    }

    /** What people call it. */
    public String getLabel() {
        return label;
    }

    public void setLabel(@Nullable String sent) {
        label = Objects.requireNonNullElse(sent, "");
    }

    /** A text. */
    public String getText() {
        return text;
    }

    public void setText(@Nullable String sent) {
        text = Objects.requireNonNullElse(sent, "");
    }

    /** A risk. */
    public String getRisk() {
        return risk;
    }

    public void setRisk(@Nullable String sent) {
        risk = Objects.requireNonNullElse(sent, "");
    }

    /** The account of a reviewer. */
    public String getAssignee() {
        return assignee;
    }

    public void setAssignee(@Nullable String sent) {
        assignee = Objects.requireNonNullElse(sent, "");
    }
}
