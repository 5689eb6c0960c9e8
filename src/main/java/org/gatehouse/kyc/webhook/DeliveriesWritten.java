package org.gatehouse.kyc.webhook;

/** Said in the transaction that wrote deliveries. */
record DeliveriesWritten() {}
