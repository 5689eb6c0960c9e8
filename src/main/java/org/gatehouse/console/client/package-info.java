/**
 * The administrator's pages about registered applications: their entries, secrets, API keys, group rules and set-ups to copy; webhooks; templates of
 * applications that people make.
 *
 * <p>It does not know how a client, a webhook or a template is checked and stored: the rooms that keep them are asked, as their APIs ask them.
 */
@NullMarked
package org.gatehouse.console.client;

import org.jspecify.annotations.NullMarked;
