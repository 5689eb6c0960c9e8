/**
 * The pages of the sign-in: choose a wallet, show its link and QR code, wait, go on; the home page; error pages; security headers.
 *
 * <p>It renders; what a sign-in is, {@code session} decides. It does not know tables or queries.
 */
@NullMarked
package org.gatehouse.web;

import org.jspecify.annotations.NullMarked;
