package org.gatehouse.audit;

import java.nio.charset.StandardCharsets;
import org.gatehouse.vault.Digests;
import org.jspecify.annotations.Nullable;

/**
 * An event as one text that cannot be read in two ways (docs/audit.md): the version, then each value as its length in bytes of UTF-8, a colon, the value and a comma;
 * a value that is not there as a hyphen and a comma.
 */
final class CanonicalText {
    /** What stands for the hash of the event before the first. */
    static final String NO_HASH = "0".repeat(64);

    private static final String VERSION = "gatehouse-audit-1";

    private CanonicalText() {}

    /** The text of an event as it stands: with its number, if it is chained. */
    static String of(AuditRow row) {
        return of(row, row.number, row.subjectMac);
    }

    private static String of(AuditRow row, @Nullable Long number, @Nullable String subject) {
        StringBuilder text = new StringBuilder();
        add(text, VERSION);
        add(text, number == null ? null : Long.toString(number));
        add(text, row.id);
        add(text, Long.toString(row.happenedAt.toEpochMilli()));
        add(text, row.action);
        add(text, row.outcome);
        add(text, row.actor);
        add(text, row.accountId);
        add(text, row.clientId);
        add(text, row.applicationId);
        add(text, row.network);
        add(text, subject);
        add(text, row.originMac);
        add(text, row.requestId);
        add(text, row.detail);
        return text.toString();
    }

    private static void add(StringBuilder text, @Nullable String value) {
        if (value == null) text.append("-,");
        else
            text.append(value.getBytes(StandardCharsets.UTF_8).length)
                    .append(':')
                    .append(value)
                    .append(',');
    }

    /**
     * The hash of an event that is chained: SHA-256 of the hash before it, in hex, and its text.
     *
     * @param previous of the event before it, or {@link #NO_HASH}
     */
    static String hash(String previous, AuditRow row) {
        return hash(previous, row, row.number, row.subjectMac);
    }

    /** The hash that an event gets at this place. */
    static String hash(String previous, AuditRow row, @Nullable Long number, @Nullable String subject) {
        return Digests.sha256(previous + of(row, number, subject));
    }
}
