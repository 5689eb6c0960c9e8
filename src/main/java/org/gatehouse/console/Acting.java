package org.gatehouse.console;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.Arrays;
import org.gatehouse.audit.Audit;
import org.gatehouse.audit.AuditEvent;
import org.jspecify.annotations.Nullable;

/** Holds {@link MayAct}. */
@MayAct
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
class Acting {
    @Inject
    Visitor visitor;

    @Inject
    Notices notices;

    @Inject
    Audit audit;

    @AroundInvoke
    @Nullable
    Object act(InvocationContext call) throws Exception {
        String[] roles = call.getMethod().getAnnotation(MayAct.class).value();
        if (Arrays.stream(roles).anyMatch(visitor::has)) return call.proceed();
        audit.record(AuditEvent.of("page.act")
                .outcome("forbidden")
                .detail(visitor.getPlace().getLink() + " " + call.getMethod().getName()));
        notices.refuse("not-allowed");
        return null;
    }
}
