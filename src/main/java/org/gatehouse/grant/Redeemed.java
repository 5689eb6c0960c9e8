package org.gatehouse.grant;

/**
 * What a code was redeemed for.
 *
 * @param grant the grant
 * @param refresh the first refresh token of its family
 */
public record Redeemed(Grant grant, RefreshToken refresh) {}
