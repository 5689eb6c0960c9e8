package org.gatehouse.console.review;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gatehouse.account.Accounts;
import org.gatehouse.account.Standing;
import org.gatehouse.kyc.application.Application;
import org.gatehouse.kyc.application.Queue;
import org.gatehouse.wallet.AccountId;

/** What Gatehouse itself notices about who applies: it decides nothing. */
@Dependent
class Hints {
    private static final Duration NEW = Duration.ofDays(1);
    private static final String IDENA = "idena";
    private static final String HUMAN = "Human";

    private final Accounts accounts;
    private final Queue queue;

    @Inject
    Hints(Accounts accounts, Queue queue) {
        this.accounts = accounts;
        this.queue = queue;
    }

    /** Sentences. Not in a transaction: a wallet's network may be asked. */
    List<String> of(Application application) {
        List<String> hints = new ArrayList<>();
        if (queue.rejected(Set.of(application.account())).contains(application.account() + "/" + application.client()))
            hints.add(DeskTexts.of("hint.rejected"));
        if (isNew(application)) hints.add(DeskTexts.of("hint.new"));
        accounts.wallets(application.account()).stream()
                .filter(wallet -> wallet.chain().startsWith(IDENA))
                .map(this::state)
                .filter(state -> !state.equals(HUMAN))
                .forEach(state -> hints.add(DeskTexts.of("hint.idena", state)));
        return hints;
    }

    private boolean isNew(Application application) {
        return accounts.record(application.account())
                .filter(record ->
                        record.createdAt().isAfter(application.createdAt().minus(NEW)))
                .isPresent();
    }

    /** What the network says; nothing to remark where it cannot be asked. */
    private String state(AccountId wallet) {
        Standing standing = accounts.standing(wallet);
        return standing.known() ? String.valueOf(standing.facts().getOrDefault("state", "")) : HUMAN;
    }
}
