package org.gatehouse.world;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.account.Accounts;
import org.gatehouse.account.Standing;
import org.gatehouse.ops.Past;
import org.gatehouse.session.Attempt;
import org.gatehouse.session.Attempts;
import org.gatehouse.session.Finishing;
import org.gatehouse.session.LocalPath;
import org.gatehouse.vault.Randomness;
import org.gatehouse.vault.Secret;
import org.gatehouse.wallet.AccountId;

/** Lets people sign in, as the sign-in page and a wallet do. */
@Dependent
class Comings {
    private static final String IDENA = "idena";

    private final Attempts attempts;
    private final Finishing finishing;
    private final Accounts accounts;
    private final Randomness randomness;
    private final Chance chance;

    @Inject
    Comings(Attempts attempts, Finishing finishing, Accounts accounts, Randomness randomness, Chance chance) {
        this.attempts = attempts;
        this.finishing = finishing;
        this.accounts = accounts;
        this.randomness = randomness;
        this.chance = chance;
    }

    /**
     * Signs a wallet in.
     *
     * @return the id of its account, which is made if there was none
     */
    String signIn(AccountId wallet, Instant at) {
        Secret browser = randomness.secret();
        Attempt attempt = Past.at(at, () -> attempts.begin(browser, LocalPath.HOME));
        Instant signed = at.plus(chance.between(Duration.ofSeconds(5), Duration.ofSeconds(50)));
        Past.at(signed, () -> attempts.prove(attempt.token(), wallet));
        Past.at(signed.plusSeconds(1), () -> finishing.finish(browser, Optional.empty(), chance.of(Names.BROWSERS)));
        if (wallet.kind().equals(IDENA)) {
            Standing said = new Standing(IDENA, true, Map.of("state", chance.of(Names.STATES)));
            Past.at(signed, () -> {
                accounts.said(wallet, said);
                return wallet;
            });
        }
        return accounts.find(wallet).orElseThrow();
    }
}
