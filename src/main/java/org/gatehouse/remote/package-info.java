/**
 * Asks servers of others, whose answers are short JSON objects, while someone waits: every wait has a deadline and every answer a limit, few calls are made at
 * a time, and none for a while where the last ones failed.
 *
 * <p>Whom it asks, what, and what follows from an outage is for the rooms that know them.
 */
@NullMarked
package org.gatehouse.remote;

import org.jspecify.annotations.NullMarked;
