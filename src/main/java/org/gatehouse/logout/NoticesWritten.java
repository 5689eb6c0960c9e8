package org.gatehouse.logout;

/** Said in the transaction that wrote notices. */
record NoticesWritten() {}
