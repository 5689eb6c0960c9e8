/**
 * The trail: who did what, when, with which result. Rows are only ever added.
 *
 * <p>No personal data in clear: ids, and addresses hashed. It knows no feature.
 */
@NullMarked
package org.gatehouse.audit;

import org.jspecify.annotations.NullMarked;
