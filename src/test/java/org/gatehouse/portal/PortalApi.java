package org.gatehouse.portal;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The JAX-RS half of a portal. */
@ApplicationPath("api")
public class PortalApi extends Application {}
