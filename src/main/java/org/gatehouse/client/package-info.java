/**
 * The applications behind Gatehouse: registered clients with their audience, token profile and group rules.
 *
 * <p>Clients come from a JSON file ({@code gatehouse.clients-file}), checked and applied at the start. This room does not know who is signed in.
 */
@NullMarked
package org.gatehouse.client;

import org.jspecify.annotations.NullMarked;
