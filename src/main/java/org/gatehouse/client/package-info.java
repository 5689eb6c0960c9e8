/**
 * The applications behind Gatehouse: registered clients with their addresses, token profile, secrets and group rules.
 *
 * <p>Clients are rows. The clients file ({@code gatehouse.clients-file}) is merged into them at the start, and administrators change them at
 * {@code /api/clients}; nodes keep what they read for some seconds. This room does not know who is signed in, nor how a client is asked for its secret.
 */
@NullMarked
package org.gatehouse.client;

import org.jspecify.annotations.NullMarked;
