package org.gatehouse.console.account;

import java.time.Instant;
import org.gatehouse.http.Moments;
import org.gatehouse.session.Device;
import org.gatehouse.session.SessionUse;

/** A session of the visitor's account. */
public final class SessionLine {
    private final SessionUse use;
    private final Device device;
    private final boolean current;

    SessionLine(SessionUse use, boolean current) {
        this.use = use;
        this.device = Device.of(use.userAgent());
        this.current = current;
    }

    /** Its id, which is no secret. */
    public String getId() {
        return use.session().id();
    }

    /** The browser's name; empty where it is not known. */
    public String getBrowser() {
        return device.browser().orElse("");
    }

    /** The operating system's name; empty where it is not known. */
    public String getSystem() {
        return device.system().orElse("");
    }

    /** Whether it is a telephone or a tablet. */
    public boolean isHandheld() {
        return device.handheld();
    }

    /** The network that it was signed in from; empty where it is not known. */
    public String getNetwork() {
        return use.network().orElse("");
    }

    /** The address of the wallet that it was signed in with. */
    public String getAddress() {
        return use.session().wallet().address().toString();
    }

    /** When the wallet was proven. */
    public Instant getBegun() {
        return use.session().authenticatedAt();
    }

    /** The same for people without JavaScript: in UTC. */
    public String getBegunText() {
        return Moments.dateAndTime(getBegun());
    }

    /** When it was used last. */
    public Instant getUsed() {
        return use.lastUsedAt();
    }

    /** The same for people without JavaScript: in UTC. */
    public String getUsedText() {
        return Moments.dateAndTime(getUsed());
    }

    /** When it ends even if it is used. */
    public Instant getEnds() {
        return use.session().expiresAt();
    }

    /** The same for people without JavaScript: in UTC. */
    public String getEndsText() {
        return Moments.dateAndTime(getEnds());
    }

    /** Whether the visitor looks by this one. */
    public boolean isCurrent() {
        return current;
    }

    /** Whether a page of an application had its proof first. */
    public boolean isHandedOver() {
        return use.session().handedOver();
    }
}
