package org.gatehouse.kyc.application;

import java.time.Instant;

/**
 * Said in the transaction in which an application gets a status, its first one included.
 *
 * @param application as it is then
 * @param actor who brought it there
 * @param at when
 */
public record StatusChanged(Application application, Actor actor, Instant at) {}
