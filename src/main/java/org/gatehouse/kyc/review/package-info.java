/**
 * Review: what relying parties, and reviewers, do with applications. They decide, ask for more, refuse what was given, correct, take notes, talk to the applicant
 * and add files; as one application is one row, of two who do something at once one is told so. Below it are the calls that SelfKey's library for Node makes with
 * an API key (the integrations API of KYC-Chain), and those that it makes for a person with a cookie.
 */
@NullMarked
package org.gatehouse.kyc.review;

import org.jspecify.annotations.NullMarked;
