package org.gatehouse.kyc.template;

import java.util.Optional;
import java.util.Set;

/**
 * With which template the members of a company apply.
 *
 * @param template the template's id
 * @param memberType {@code individual} or {@code corporate}
 * @param roles the roles of such members, such as {@code director_ltd}; none for all
 * @param legalEntityTypes the types of companies that have such members, such as {@code ltd}; none for all
 * @param byDefault whether members go by it for whom no other fits
 */
public record MemberTemplate(
        String template,
        Optional<String> memberType,
        Set<String> roles,
        Set<String> legalEntityTypes,
        boolean byDefault) {
    public MemberTemplate {
        roles = Set.copyOf(roles);
        legalEntityTypes = Set.copyOf(legalEntityTypes);
    }
}
