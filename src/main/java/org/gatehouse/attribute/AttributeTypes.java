package org.gatehouse.attribute;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The types of attributes that there are: the 37 of SelfKey's repository of identity attributes ({@code repository.json} of selfkey-platform). A type has
 * a name, such as {@code email}, and SelfKey calls its schema {@code http://platform.selfkey.org/schema/attribute/email.json}; some of its documents
 * write {@code https}, and mean the same.
 */
public final class AttributeTypes {
    private static final Set<String> PLAIN = Set.of(
            "first-name",
            "middle-name",
            "last-name",
            "email",
            "phone-number",
            "date-of-birth",
            "incorporation-date",
            "work-place",
            "tax-id-number",
            "company-name",
            "btc-address",
            "eth-address",
            "dash-address",
            "legal-entity-type",
            "legal-jurisdiction",
            "business-types",
            "country-of-residency",
            "domicile",
            "nationality",
            "physical-address",
            "national-id-number",
            "corporate-structure");
    private static final Set<String> WITH_FILES = Set.of(
            "passport",
            "national-id",
            "drivers-license",
            "bank-statement",
            "utility-bill",
            "member-register",
            "birth-certificate",
            "fingerprint",
            "tax-certificate",
            "certificate-of-incorporation",
            "registration-certificate",
            "cv",
            "voice-id",
            "external-document",
            "professional-reference-letter");
    private static final Pattern SCHEMA_ID =
            Pattern.compile("https?://platform\\.selfkey\\.org/schema/attribute/([a-z-]{1,60})\\.json");

    private AttributeTypes() {}

    /** The names of all types, in alphabetical order. */
    static Set<String> names() {
        Set<String> names = new TreeSet<>(PLAIN);
        names.addAll(WITH_FILES);
        return names;
    }

    /** Whether a type has this name. */
    public static boolean isName(String text) {
        return PLAIN.contains(text) || WITH_FILES.contains(text);
    }

    /**
     * The name of the type that someone means.
     *
     * @param nameOrSchemaId a name, or the id of a schema
     * @return empty where there is no such type
     */
    public static Optional<String> name(String nameOrSchemaId) {
        Matcher schema = SCHEMA_ID.matcher(nameOrSchemaId);
        return Optional.of(schema.matches() ? schema.group(1) : nameOrSchemaId).filter(AttributeTypes::isName);
    }

    /** Whether values of the type of this name refer to files. */
    public static boolean holdsFiles(String name) {
        return WITH_FILES.contains(name);
    }

    /** The id of a type's schema. */
    public static String schemaId(String name) {
        return "http://platform.selfkey.org/schema/attribute/" + name + ".json";
    }
}
