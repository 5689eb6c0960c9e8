package org.gatehouse.endpoint;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On a resource that is not for wallets: it is for anyone, or looks at the {@code Origin} header by itself. All others are guarded by {@link WalletFilter}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface AnyOrigin {}
