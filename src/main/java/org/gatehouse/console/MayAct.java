package org.gatehouse.console;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a page does, and who may: every method of a page's bean that changes something says so. Whoever has none of the roles reads that it is not allowed, and
 * nothing is done.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface MayAct {
    /** One of these roles is enough. */
    @Nonbinding
    String[] value() default {};
}
