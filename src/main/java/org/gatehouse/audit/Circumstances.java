package org.gatehouse.audit;

import java.util.Optional;

/** Who calls at this moment, and from where: what the trail knows of an event without being told. A room that knows of calls offers a bean of this type. */
public interface Circumstances {
    /** How an actor begins that is a person; the account's id follows. */
    String ACCOUNT = "account:";
    /** How an actor begins that is an application, which proved it; the client's id follows. */
    String CLIENT = "client:";
    /** How an actor begins that is a relying party's server; the id of its API key follows. */
    String API_KEY = "api-key:";
    /** A call of which is not known who makes it. */
    String ANONYMOUS = "anonymous";
    /** What happens by itself: nobody called. */
    String SYSTEM = "system";

    /** Who acts: {@link #ACCOUNT}, {@link #CLIENT} or {@link #API_KEY} with an id, {@link #ANONYMOUS} or {@link #SYSTEM}. */
    String actor();

    /** From now on, until the current call is over, this one acts; nothing where nobody called. */
    void actsAs(String actor);

    /** The address of whoever calls, in one form for each address; empty where nobody called. */
    Optional<String> address();

    /** What all events of the current call have in common; empty where nobody called. At most 64 characters of {@code A-Za-z0-9-}. */
    Optional<String> requestId();
}
