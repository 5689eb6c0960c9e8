/**
 * What applicants look at: their wallet opens its address of an application in a browser, which is let in once by the token in it; there, or signed in with a session of
 * ours, they see how far it is, give what is missing, talk with the reviewers, and cancel. No page needs a script. What may become of an application is decided in
 * {@code kyc.application}.
 */
@NullMarked
package org.gatehouse.kyc.page;

import org.jspecify.annotations.NullMarked;
