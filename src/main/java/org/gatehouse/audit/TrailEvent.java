package org.gatehouse.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event as the trail has it, for whoever may read all of it.
 *
 * @param id unique, and says nothing
 * @param number its place in the chain; null until it is chained
 * @param at when
 * @param action what was done
 * @param outcome {@code ok}, or why not
 * @param actor who did it, as {@link Circumstances#actor} has it; null from before there was a chain
 * @param account the account that it concerns
 * @param client the client that it concerns
 * @param application the application of KYC that it concerns
 * @param network the kind of wallet
 * @param subjectMac keyed hash of the wallet or thing that it concerns
 * @param originMac keyed hash of the address that the call came from
 * @param requestId what the events of one call have in common
 * @param detail more of it
 * @param hash of it and all before it; null until it is chained
 * @param mac of its place and hash
 */
public record TrailEvent(
        String id,
        @Nullable Long number,
        Instant at,
        String action,
        String outcome,
        @Nullable String actor,
        @Nullable String account,
        @Nullable String client,
        @Nullable String application,
        @Nullable String network,
        @Nullable String subjectMac,
        @Nullable String originMac,
        @Nullable String requestId,
        @Nullable String detail,
        @Nullable String hash,
        @Nullable String mac) {
    static TrailEvent of(AuditRow row) {
        return new TrailEvent(
                row.id,
                row.number,
                row.happenedAt,
                row.action,
                row.outcome,
                row.actor,
                row.accountId,
                row.clientId,
                row.applicationId,
                row.network,
                row.subjectMac,
                row.originMac,
                row.requestId,
                row.detail,
                row.hash,
                row.mac);
    }

    /** Whether it was done, and not refused. */
    public boolean ok() {
        return outcome.equals(AuditEvent.OK);
    }

    /** Where it stands when the newest come first: what comes after it is older. */
    public String cursor() {
        return at.toEpochMilli() + "-" + id;
    }
}
