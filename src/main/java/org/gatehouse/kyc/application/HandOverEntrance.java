package org.gatehouse.kyc.application;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Lets a browser in where a wallet has sent it: the address of an application is also that of its page. Any bean of this type is asked first. */
public interface HandOverEntrance {
    /**
     * The way on to the page.
     *
     * @param client the client in the address
     * @param id the application's id in the address; anything
     * @return empty where the request is not a browser's
     */
    Optional<Response> enter(String client, String id, HttpServletRequest request);
}
