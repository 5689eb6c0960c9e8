package org.gatehouse.http;

import java.security.Principal;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who calls: a signed-in person.
 *
 * @param account the account's id
 * @param roles the roles that {@code @RolesAllowed} is compared with; {@link #PERSON} is always among them
 * @param byCookie whether the browser sent the credential by itself, so that a page of another site could have caused the request
 */
public record Caller(String account, Set<String> roles, boolean byCookie) implements Principal {
    /** The role that everyone who is signed in has. */
    public static final String PERSON = "person";
    /** The role of those who run this Gatehouse. */
    public static final String ADMINISTRATOR = "administrator";
    /** The role of those who look at applications and decide them. */
    public static final String REVIEWER = "reviewer";
    /** The role of reviewers who also hand applications to others and undo decisions. */
    public static final String LEAD_REVIEWER = "lead-reviewer";
    /** The role of those who read everything and change nothing. */
    public static final String AUDITOR = "auditor";
    /** The roles of those who see more than what is theirs. Each call that needs one is told to every {@link CallWitness}. */
    public static final Set<String> STAFF = Set.of(ADMINISTRATOR, REVIEWER, LEAD_REVIEWER, AUDITOR);

    public Caller {
        roles = Stream.concat(roles.stream(), Stream.of(PERSON)).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String getName() {
        return account;
    }
}
