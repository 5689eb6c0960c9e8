package org.gatehouse.console.review;

/**
 * A file of an application as the desk shows it.
 *
 * @param label which part of the document it is; may be empty
 * @param name what its owner calls it; may be empty
 * @param kind {@code image} or {@code pdf}, which are shown; {@code other}, which is downloaded; {@code held}, {@code infected} or {@code absent}, which nobody sees
 * @param link its bytes, below the base of all links
 */
public record FileView(String id, String label, String name, String kind, String link) {
    public String getId() {
        return id;
    }

    public String getLabel() {
        return label;
    }

    public String getName() {
        return name;
    }

    public String getKind() {
        return kind;
    }

    public String getLink() {
        return link;
    }
}
