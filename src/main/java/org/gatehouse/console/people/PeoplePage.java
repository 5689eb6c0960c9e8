package org.gatehouse.console.people;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.gatehouse.account.AccountDirectory;
import org.gatehouse.account.AccountDirectory.Filter;
import org.gatehouse.console.Asked;
import org.gatehouse.console.Lines;
import org.gatehouse.people.PeopleSearch;
import org.jspecify.annotations.Nullable;
import org.primefaces.model.LazyDataModel;

/** The list of people: those that a text names, or all that a filter leaves, the newest first. */
@Named("peoplePage")
@RequestScoped
public class PeoplePage {
    private static final List<String> ROLES = List.of("administrator", "auditor", "lead-reviewer", "reviewer");
    private static final List<String> STATES =
            List.of("Human", "Verified", "Newbie", "Candidate", "Invite", "Suspended", "Zombie", "Killed", "Undefined");

    @Inject
    AccountDirectory directory;

    @Inject
    PeopleSearch search;

    private @Nullable LazyDataModel<PersonLine> people;

    /** What was looked for: an id, or an address. */
    public String getText() {
        return Asked.of("q").orElse("");
    }

    /** The role that people must have; empty for any. */
    public String getRole() {
        return Asked.of("role").filter(ROLES::contains).orElse("");
    }

    /** The state that people must have; empty for any. */
    public String getState() {
        return Asked.of("state").filter(STATES::contains).orElse("");
    }

    /** Whether those are looked for who are blocked. */
    public boolean isBlocked() {
        return Asked.of("blocked").isPresent();
    }

    /** The roles that there are. */
    public List<String> getRoles() {
        return ROLES;
    }

    /** The states that there are on Idena. */
    public List<String> getStates() {
        return STATES;
    }

    /** The people. */
    public LazyDataModel<PersonLine> getPeople() {
        LazyDataModel<PersonLine> known = people;
        if (known == null) {
            known = people();
            people = known;
        }
        return known;
    }

    private LazyDataModel<PersonLine> people() {
        String text = getText();
        if (!text.isEmpty()) {
            List<PersonLine> found =
                    search.find(text).stream().map(PersonLine::of).toList();
            return new Lines<>(() -> found.size(), (skip, limit) -> found);
        }
        Filter filter = new Filter(given(getRole()), given(getState()), isBlocked());
        return new Lines<>(
                () -> (int) directory.count(filter), (skip, limit) -> directory.search(filter, skip, limit).stream()
                        .map(PersonLine::of)
                        .toList());
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter(some -> !some.isEmpty());
    }
}
