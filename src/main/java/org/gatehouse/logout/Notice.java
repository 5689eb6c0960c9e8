package org.gatehouse.logout;

import java.net.URI;
import org.gatehouse.client.Client;

/**
 * A notice that this node is to deliver now.
 *
 * @param id its id
 * @param client whom to tell
 * @param address where ({@code backchannel_logout_uri})
 * @param account whose session ended
 * @param session which session ended
 */
record Notice(String id, Client client, URI address, String account, String session) {}
