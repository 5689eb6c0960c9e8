package org.gatehouse.brand;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The resource bundles of pages: the name that views have for each, what a file with its texts in another language begins with, and its base name. */
enum Texts {
    WEB("text", "org.gatehouse.web.messages"),
    CONSOLE("say", "org.gatehouse.console.messages"),
    ACCOUNT("mine", "org.gatehouse.console.account.messages"),
    REVIEW("desk", "org.gatehouse.console.review.messages"),
    ADMIN("adm", "org.gatehouse.console.admin.messages");

    private final String variable;
    private final String base;

    Texts(String variable, String base) {
        this.variable = variable;
        this.base = base;
    }

    /** The bundle of this name in views. */
    static Optional<Texts> of(String variable) {
        return Arrays.stream(values())
                .filter(texts -> texts.variable.equals(variable))
                .findFirst();
    }

    /** What its files begin with. */
    String file() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its base name. */
    String base() {
        return base;
    }
}
