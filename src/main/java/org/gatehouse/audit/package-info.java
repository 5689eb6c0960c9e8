/**
 * The trail: who did what to whom, when, from where, with which result (docs/audit.md). Rows are only ever added, and a moment later chained, so that one that is
 * changed, missing or moved shows.
 *
 * <p>No personal data in clear: ids, and keyed hashes of wallets and addresses. It knows no feature; who calls it is told by whoever offers {@link
 * org.gatehouse.audit.Circumstances}.
 */
@NullMarked
package org.gatehouse.audit;

import org.jspecify.annotations.NullMarked;
