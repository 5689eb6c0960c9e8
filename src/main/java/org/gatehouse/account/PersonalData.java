package org.gatehouse.account;

import jakarta.json.stream.JsonGenerator;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What a room keeps of people: they have it exported, and erased. Each room that keeps something has a bean of this type; a test finds every table that none
 * of them names.
 */
public interface PersonalData {
    /** Its name in the export, such as {@code sessions}. */
    String name();

    /** The tables that it answers for. */
    Set<String> tables();

    /** Writes what is kept of an account, as one value. */
    void export(String account, JsonGenerator json);

    /**
     * Erases what is kept of an account, in the caller's transaction. The account is held and its sessions are ended by then.
     *
     * @return what has to stay
     */
    List<Kept> erase(String account);

    /**
     * What stays of an account that was erased.
     *
     * @param client the client that it was given to
     * @param application the id of the application (KYC)
     * @param template the id of its template
     * @param until when it goes by itself
     */
    record Kept(String client, String application, String template, Instant until) {}
}
