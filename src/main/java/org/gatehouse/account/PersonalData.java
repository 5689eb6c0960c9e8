package org.gatehouse.account;

import jakarta.json.stream.JsonGenerator;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What a room keeps of people: they have it exported, and erased. Each room that keeps something has a bean of this type; a test finds every table that none
 * of them names.
 */
public interface PersonalData {
    /** Its name in the export, such as {@code sessions}. */
    String name();

    /** The tables that it answers for. */
    Set<String> tables();

    /**
     * Reads what is kept of an account. What comes of this writes it, as one value, and is called outside of a transaction: whoever is written to may be slow, and
     * must not hold a connection of the database meanwhile.
     */
    Consumer<JsonGenerator> export(String account);

    /**
     * Erases what is kept of an account, in the caller's transaction. The account is held and its sessions are ended by then.
     *
     * @return what has to stay
     */
    List<Kept> erase(String account);

    /** What {@link #erase} would answer now; nothing is changed. */
    default List<Kept> wouldKeep(String account) {
        return List.of();
    }

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
