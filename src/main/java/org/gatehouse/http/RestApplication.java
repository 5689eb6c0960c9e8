package org.gatehouse.http;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The JAX-RS applications, one for each {@link Root}. The resources of a root live in several rooms that do not know one another, so
 * they are found as beans by their {@link Under} annotation and not listed.
 */
abstract class RestApplication extends Application {
    private final Root root;

    RestApplication(Root root) {
        this.root = root;
    }

    @Override
    public Set<Class<?>> getClasses() {
        Set<Class<?>> classes = new HashSet<>();
        for (Bean<?> bean : CDI.current().getBeanManager().getBeans(Object.class, Any.Literal.INSTANCE)) {
            Under under = bean.getBeanClass().getAnnotation(Under.class);
            if (under != null && under.value() == root) classes.add(bean.getBeanClass());
        }
        // A protocol with a shape of its own for errors brings a mapper of its own.
        if (classes.stream().noneMatch(ExceptionMapper.class::isAssignableFrom)) classes.add(ProblemMapper.class);
        return classes;
    }

    /** Jersey would describe each application in an old format of its own, to anyone who asks. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }

    /** Our own API. */
    @ApplicationPath("api")
    public static class Api extends RestApplication {
        public Api() {
            super(Root.API);
        }
    }

    /** Sign-in with Idena. */
    @ApplicationPath("idena")
    public static class Idena extends RestApplication {
        public Idena() {
            super(Root.IDENA);
        }
    }

    /** OAuth 2.0 and OpenID Connect. */
    @ApplicationPath("oauth2")
    public static class OAuth2 extends RestApplication {
        public OAuth2() {
            super(Root.OAUTH2);
        }
    }

    /** What operators ask. */
    @ApplicationPath("ops")
    public static class Ops extends RestApplication {
        public Ops() {
            super(Root.OPS);
        }
    }

    /** Login with SelfKey: the root endpoints of the clients. */
    @ApplicationPath("selfkey")
    public static class Selfkey extends RestApplication {
        public Selfkey() {
            super(Root.SELFKEY);
        }
    }

    /** What clients find by themselves (RFC 8615). */
    @ApplicationPath(".well-known")
    public static class WellKnown extends RestApplication {
        public WellKnown() {
            super(Root.WELL_KNOWN);
        }
    }
}
