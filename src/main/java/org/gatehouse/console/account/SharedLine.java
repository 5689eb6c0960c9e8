package org.gatehouse.console.account;

/** Something that the visitor shares with an application, without its value. */
public final class SharedLine {
    private final String title;
    private final String attribute;

    /**
     * @param title what the application calls it; empty where it goes by the name of its type
     * @param attribute the name of its type, such as {@code email}
     */
    SharedLine(String title, String attribute) {
        this.title = title;
        this.attribute = attribute;
    }

    /** What the application calls it; empty where it goes by the name of its type. */
    public String getTitle() {
        return title;
    }

    /** The name of its type. */
    public String getAttribute() {
        return attribute;
    }
}
