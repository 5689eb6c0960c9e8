package org.gatehouse.endpoint;

import java.util.Optional;

/** Takes user tokens of people who go on elsewhere: in a browser that their wallet opens, or at a server of the client's. The room that mints them offers a bean of this type. */
public interface HandOver {
    /**
     * The name of the cookie that a token is exchanged for. Who brings it and no {@code Authorization} header is known by it, and not by a session of ours: the
     * wallet has just said who it is.
     */
    String COOKIE = "gatehouse_visit";

    /**
     * Takes a token, once: a second call with it gets nothing. Not in a transaction.
     *
     * @param root the root endpoint that the token is to be of
     * @param userToken what was sent; anything
     * @return whose it is; empty where it is no valid one of this client, is too old, was taken before, or its account is blocked
     */
    Optional<HandedOver> take(RootEndpoint root, String userToken);

    /**
     * Someone who was handed over.
     *
     * @param applicant the person
     * @param account the person's account, which is the token's {@code sub} as well
     */
    record HandedOver(Applicant applicant, String account) {}
}
