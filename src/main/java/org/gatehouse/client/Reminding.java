package org.gatehouse.client;

import java.util.List;

/** Knows of something about clients that an administrator is reminded of at the start. Rooms that do offer a bean of this type. */
public interface Reminding {
    /** One sentence for each thing about this client. */
    List<String> of(Client client);
}
