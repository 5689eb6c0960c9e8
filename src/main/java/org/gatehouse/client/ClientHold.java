package org.gatehouse.client;

import java.util.Optional;

/** Keeps clients from being removed as long as another room keeps something of theirs that must not go with them. Any bean of this type is asked. */
public interface ClientHold {
    /**
     * Why a client must stay for now, in the transaction that would remove it.
     *
     * @return a sentence for administrators; empty where it may go
     */
    Optional<String> reason(String client);
}
