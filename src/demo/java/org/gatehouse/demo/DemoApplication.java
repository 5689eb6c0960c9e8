package org.gatehouse.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.auth.LoginConfig;

/** An application behind Gatehouse: plain MicroProfile JWT, nothing of Gatehouse inside. Payara needs it to be a bean. */
@ApplicationScoped
@ApplicationPath("api")
@LoginConfig(authMethod = "MP-JWT")
public class DemoApplication extends Application {}
