package org.gatehouse.brand;

/**
 * A legal link as a page shows it.
 *
 * @param kind the end of the key of its words in resource bundles
 * @param address an https or mailto URL
 */
public record BrandLink(String kind, String address) {
    public String getKind() {
        return kind;
    }

    public String getAddress() {
        return address;
    }
}
