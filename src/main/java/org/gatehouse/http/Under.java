package org.gatehouse.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says below which root a JAX-RS resource answers, and its {@code @Path} is relative to that root; or for which root a provider is. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Under {
    /** The root. */
    Root value();
}
