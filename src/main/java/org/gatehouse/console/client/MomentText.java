package org.gatehouse.console.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Instant;
import org.gatehouse.http.Moments;
import org.jspecify.annotations.Nullable;

/** Times in pages, for browsers that run no script. */
@Named("moment")
@ApplicationScoped
public class MomentText {
    /** The day, hours and minutes, in UTC; empty for none. */
    public String text(@Nullable Instant at) {
        return at == null ? "" : Moments.dateAndTime(at);
    }
}
