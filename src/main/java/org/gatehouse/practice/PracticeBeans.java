package org.gatehouse.practice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.gatehouse.config.Keys;
import org.gatehouse.http.PublicUrl;

/** Makes this room's settings. */
@ApplicationScoped
class PracticeBeans {
    @Produces
    @Singleton
    PracticeSettings settings(Keys keys, PublicUrl publicUrl) {
        return PracticeSettings.read(keys, publicUrl);
    }
}
