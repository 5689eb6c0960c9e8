package org.gatehouse.file;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.gatehouse.config.Keys;

/** Makes this room's settings and the virus scanner. */
@ApplicationScoped
class FileBeans {
    @Produces
    @Singleton
    FileSettings settings(Keys keys) {
        return FileSettings.read(keys);
    }

    @Produces
    @Singleton
    Scanner scanner(FileSettings settings) {
        return new Scanner(settings.scanner());
    }
}
