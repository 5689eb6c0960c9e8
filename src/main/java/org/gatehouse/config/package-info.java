/**
 * How a feature reads its configuration: MicroProfile Config under the prefix {@code gatehouse.}, each key with its default in
 * {@code META-INF/microprofile-config.properties}. A wrong value stops the deployment with a sentence that names the key.
 *
 * <p>Each feature keeps its own settings class, which implements {@link org.gatehouse.config.Settings} and is checked at the start.
 * This room knows none of them.
 */
@NullMarked
package org.gatehouse.config;

import org.jspecify.annotations.NullMarked;
