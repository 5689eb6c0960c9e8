package org.gatehouse.config;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.interceptor.Interceptor;
import java.util.LinkedHashSet;
import java.util.Set;

/** Makes every settings bean when the application starts, and stops the deployment with one sentence for each wrong key. */
@ApplicationScoped
class StartCheck {
    void check(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) Startup start, @Any Instance<Settings> all) {
        // A set: settings that are made of others fail with the sentence of those.
        Set<String> wrong = new LinkedHashSet<>();
        for (Instance.Handle<Settings> settings : all.handles()) {
            try {
                settings.get();
            } catch (WrongSetting e) {
                wrong.add(e.getMessage());
            }
        }
        if (!wrong.isEmpty()) throw new IllegalStateException("Gatehouse does not start. " + String.join(" | ", wrong));
    }
}
