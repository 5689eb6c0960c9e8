package org.gatehouse.console.review;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatehouse.account.Accounts;
import org.gatehouse.account.Roles;
import org.gatehouse.http.Caller;
import org.gatehouse.kyc.application.Actor;
import org.gatehouse.wallet.AccountId;

/** What the desk calls people: by the addresses of their wallets. */
@Dependent
class People {
    private static final int BEGIN = 6;
    private static final int END = 4;

    private final Accounts accounts;
    private final Roles roles;

    @Inject
    People(Accounts accounts, Roles roles) {
        this.accounts = accounts;
        this.roles = roles;
    }

    /** Names for these actors; {@code me} is called so. */
    Map<Actor, String> names(Collection<Actor> actors, String me) {
        Set<String> people = actors.stream()
                .filter(actor -> actor.kind() == Actor.Kind.REVIEWER || actor.kind() == Actor.Kind.APPLICANT)
                .map(Actor::id)
                .collect(Collectors.toSet());
        Map<String, AccountId> wallets = accounts.firstWallets(people);
        return new HashSet<>(actors)
                .stream().collect(Collectors.toMap(actor -> actor, actor -> name(actor, me, wallets)));
    }

    private static String name(Actor actor, String me, Map<String, AccountId> wallets) {
        return switch (actor.kind()) {
            case SYSTEM -> DeskTexts.of("who.system");
            case API_KEY -> DeskTexts.of("who.key");
            case APPLICANT -> DeskTexts.of("who.applicant");
            case REVIEWER -> actor.id().equals(me) ? DeskTexts.of("who.me") : shown(actor.id(), wallets);
        };
    }

    /** The short addresses of these accounts, by their ids. */
    Map<String, String> addresses(Collection<String> ids) {
        Map<String, AccountId> wallets = accounts.firstWallets(ids);
        return ids.stream().distinct().collect(Collectors.toMap(id -> id, id -> shown(id, wallets)));
    }

    private static String shown(String account, Map<String, AccountId> wallets) {
        String text = Stream.ofNullable(wallets.get(account))
                .map(wallet -> wallet.address().toString())
                .findFirst()
                .orElse(account);
        return text.substring(0, BEGIN) + "…" + text.substring(text.length() - END);
    }

    /** The accounts of those who may review, by id, with what they are called. */
    Map<String, String> reviewers() {
        List<String> holders = roles.holders(Set.of(Caller.REVIEWER, Caller.LEAD_REVIEWER));
        return addresses(holders);
    }

    /** The wallets of an account, the oldest first. */
    List<AccountId> wallets(String account) {
        return accounts.wallets(account);
    }
}
