/**
 * Applications as wallets make, complete and follow them, and all that happened to each. An application is one row, whose contents are sealed as a whole and replaced as a whole
 * by one conditional update, so that of two changes at once one wins. How the applicant signed in is not known here.
 */
@NullMarked
package org.gatehouse.kyc.application;

import org.jspecify.annotations.NullMarked;
