package org.gatehouse.audit;

import org.jspecify.annotations.Nullable;

/**
 * What is to stand in the trail. It begins with {@link #of}, and each method gives an event that says more. Who did it and from where need
 * not be said where the current call tells ({@link Circumstances}).
 *
 * @param action what was done, such as {@code session.begin}
 * @param outcome {@code ok}, or the slug of the refusal
 * @param actor who did it, where the current call does not tell
 * @param account the id of the account that it concerns
 * @param subject a wallet or another thing that it concerns; its keyed hash is stored
 * @param client the id of the client that it concerns
 * @param application the id of the application of KYC that it concerns
 * @param network the kind of wallet
 * @param detail more of it; no secret, no wallet and nothing else of a person
 */
public record AuditEvent(
        String action,
        String outcome,
        @Nullable String actor,
        @Nullable String account,
        @Nullable String subject,
        @Nullable String client,
        @Nullable String application,
        @Nullable String network,
        @Nullable String detail) {
    /** The outcome of what was done. */
    public static final String OK = "ok";

    /** Something that was done: the outcome is {@value #OK} until {@link #outcome} says otherwise. */
    public static AuditEvent of(String action) {
        return new AuditEvent(action, OK, null, null, null, null, null, null, null);
    }

    /** With this outcome: {@value #OK}, or the slug of the refusal. */
    public AuditEvent outcome(String result) {
        return new AuditEvent(action, result, actor, account, subject, client, application, network, detail);
    }

    /**
     * Done by this one, whoever calls.
     *
     * @param who as {@link Circumstances#actor} has it
     */
    public AuditEvent by(@Nullable String who) {
        return new AuditEvent(action, outcome, who, account, subject, client, application, network, detail);
    }

    /** Done by the person of this account. */
    public AuditEvent byAccount(@Nullable String id) {
        return by(id == null ? null : Circumstances.ACCOUNT + id);
    }

    /** Done by this client. */
    public AuditEvent byClient(@Nullable String id) {
        return by(id == null ? null : Circumstances.CLIENT + id);
    }

    /** Concerns the account of this id. */
    public AuditEvent account(@Nullable String id) {
        return new AuditEvent(action, outcome, actor, id, subject, client, application, network, detail);
    }

    /**
     * Concerns this wallet, whose kind is the network unless another was said.
     *
     * @param id in the canonical form of CAIP-10
     */
    public AuditEvent wallet(@Nullable String id) {
        String kind = network == null && id != null ? kind(id) : network;
        return new AuditEvent(action, outcome, actor, account, id, client, application, kind, detail);
    }

    private static @Nullable String kind(String wallet) {
        if (wallet.startsWith("idena:")) return "idena";
        return wallet.startsWith("eip155:") ? "selfkey" : null;
    }

    /** Concerns this thing, of which the trail shows a keyed hash alone. */
    public AuditEvent subject(@Nullable String thing) {
        return new AuditEvent(action, outcome, actor, account, thing, client, application, network, detail);
    }

    /** Concerns the client of this id. */
    public AuditEvent client(@Nullable String id) {
        return new AuditEvent(action, outcome, actor, account, subject, id, application, network, detail);
    }

    /** Concerns the application of KYC of this id. */
    public AuditEvent application(@Nullable String id) {
        return new AuditEvent(action, outcome, actor, account, subject, client, id, network, detail);
    }

    /** Came by this kind of wallet: {@code idena}, {@code selfkey}. */
    public AuditEvent network(@Nullable String kind) {
        return new AuditEvent(action, outcome, actor, account, subject, client, application, kind, detail);
    }

    /** Says more, in at most 300 characters, of which the rest is left out. */
    public AuditEvent detail(@Nullable String text) {
        return new AuditEvent(action, outcome, actor, account, subject, client, application, network, text);
    }
}
