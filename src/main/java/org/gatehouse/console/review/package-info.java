/**
 * The reviewer's desk: the queue of applications (KYC), and the page of one, with its documents.
 *
 * <p>It does not decide anything: what reviewers may do is said by {@code kyc.review}.
 */
@NullMarked
package org.gatehouse.console.review;

import org.jspecify.annotations.NullMarked;
