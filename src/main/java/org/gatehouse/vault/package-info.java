/**
 * Secrets at rest: encryption under the master key (AES-256-GCM), MACs for what only we read again, random secrets of 256
 * bits and the hashes by which they are stored.
 *
 * <p>The one place that draws randomness. It does not know what the secrets are for.
 */
@NullMarked
package org.gatehouse.vault;

import org.jspecify.annotations.NullMarked;
