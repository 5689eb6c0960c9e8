package org.gatehouse.kyc.page;

import java.util.Map;

/** What the browser may fill in by itself: the field names of HTML's autofill, which WCAG 2.1 asks for (1.3.5). */
final class Autofill {
    private static final Map<String, String> BY_TYPE = Map.ofEntries(
            Map.entry("a:first-name:", "given-name"),
            Map.entry("a:middle-name:", "additional-name"),
            Map.entry("a:last-name:", "family-name"),
            Map.entry("a:email:", "email"),
            Map.entry("a:phone-number:", "tel"),
            Map.entry("a:date-of-birth:", "bday"),
            Map.entry("a:company-name:", "organization"),
            Map.entry("address_line_1", "address-line1"),
            Map.entry("address_line_2", "address-line2"),
            Map.entry("city", "address-level2"),
            Map.entry("province", "address-level1"),
            Map.entry("postalcode", "postal-code"));

    private Autofill() {}

    /** That of the field of this name in the form. */
    static String of(String name) {
        return BY_TYPE.getOrDefault(name, BY_TYPE.getOrDefault(name.substring(name.lastIndexOf(':') + 1), ""));
    }
}
