/**
 * Tells relying parties what becomes of applications.
 *
 * <p>A change of status is a delivery for each enabled webhook of the client, written in the transaction of the change; any node sends it until it is taken. What
 * is sent says which application changed, and nothing of the person: the relying party reads the rest. Signed after the Standard Webhooks
 * specification, version 1.0.0.
 */
@NullMarked
package org.gatehouse.kyc.webhook;

import org.jspecify.annotations.NullMarked;
