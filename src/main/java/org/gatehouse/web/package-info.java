/**
 * The pages of the sign-in: choose a wallet, show its link and QR code, wait, go on; what an application's request asks of a person; the home page; error
 * pages; security headers.
 *
 * <p>It renders; what a sign-in is, {@code session} decides, and what comes of an application's request, {@code oidc}. It does not know tables or queries.
 */
@NullMarked
package org.gatehouse.web;

import org.jspecify.annotations.NullMarked;
