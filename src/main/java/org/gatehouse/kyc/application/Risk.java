package org.gatehouse.kyc.application;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How risky a reviewer says an application is. Why stands in its log. */
public enum Risk {
    NONE(0),
    LOW(1),
    HIGH(2);

    private final int code;

    Risk(int code) {
        this.code = code;
    }

    /** As it is stored, and sorted by. */
    int code() {
        return code;
    }

    static Risk ofCode(int code) {
        return Arrays.stream(values())
                .filter(risk -> risk.code == code)
                .findFirst()
                .orElseThrow();
    }

    /** Its name in addresses and bundles, such as {@code high}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The risk of this name. */
    public static Optional<Risk> ofSlug(String slug) {
        return Arrays.stream(values()).filter(risk -> risk.slug().equals(slug)).findFirst();
    }
}
