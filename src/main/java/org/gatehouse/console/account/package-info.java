/**
 * The pages of people about themselves: wallets and identity, sessions, applications that know them, applications of theirs (KYC), and what is kept of them.
 *
 * <p>A page reads, asks the rooms that know, and shows. What is done is answered by a redirect, so that a reload does nothing twice. It does not know how a wallet
 * proves itself: what needs a proof of this moment leads to the sign-in page and back.
 */
@NullMarked
package org.gatehouse.console.account;

import org.jspecify.annotations.NullMarked;
