package org.gatehouse.kyc.application;

import jakarta.json.JsonString;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.gatehouse.kyc.template.MemberTemplate;
import org.gatehouse.kyc.template.Template;

/** Finds the templates with which a member of a company applies. */
final class MemberTemplates {
    private static final String ENTITY_TYPE = "legal-entity-type";

    private MemberTemplates() {}

    /**
     * The ids of the templates that fit; where none does, of those by default.
     *
     * @param template the company's
     * @param company what the company's application contains, its legal entity type among it
     * @param roles the member's roles
     */
    static Set<String> of(Template template, Dossier company, List<String> roles) {
        Set<String> entityTypes = company.attributes().values().stream()
                .filter(attribute -> attribute.requirement().attribute().equals(ENTITY_TYPE))
                .flatMap(attribute -> attribute.data().stream())
                .map(data -> data instanceof JsonString text ? text.getString() : "")
                .collect(Collectors.toSet());
        Set<String> fitting = ids(
                template, one -> meets(one.legalEntityTypes(), entityTypes) && meets(one.roles(), Set.copyOf(roles)));
        return fitting.isEmpty() ? ids(template, MemberTemplate::byDefault) : fitting;
    }

    private static Set<String> ids(Template template, Predicate<MemberTemplate> which) {
        return template.members().stream()
                .filter(which)
                .map(MemberTemplate::template)
                .collect(Collectors.toSet());
    }

    private static boolean meets(Set<String> wanted, Set<String> had) {
        Set<String> plain = had.stream().map(MemberTemplates::plain).collect(Collectors.toSet());
        return wanted.isEmpty() || wanted.stream().map(MemberTemplates::plain).anyMatch(plain::contains);
    }

    /** Wallets write an underscore for the first hyphen of a role, and for no other. */
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace('-', '_');
    }
}
