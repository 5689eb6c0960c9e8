package org.gatehouse.file;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.gatehouse.config.Keys;

/** Makes this room's settings. */
@ApplicationScoped
class FileBeans {
    @Produces
    @Singleton
    FileSettings settings(Keys keys) {
        return FileSettings.read(keys);
    }
}
