package org.gatehouse.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.gatehouse.database.TestDatabase;
import org.gatehouse.token.MovedClock;
import org.gatehouse.vault.Randomness;
import org.gatehouse.vault.Secret;
import org.gatehouse.wallet.AccountId;
import org.gatehouse.wallet.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AttemptsTest {
    private static final Duration LIFETIME = SessionTestBed.SETTINGS.attempt();
    private static final Duration ELSEWHERE = Duration.ofHours(1);
    private static final AccountId WALLET =
            AccountId.idena(Address.parse("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"));
    private static final AccountId ANOTHER =
            AccountId.idena(Address.parse("0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359"));
    private static final WalletToken FOREIGN = new WalletToken("a-token-of-the-caller");

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    private final MovedClock clock = new MovedClock(Instant.parse("2026-11-20T12:00:00Z"));
    private final Attempts attempts = SessionTestBed.attempts(database.entities(), clock);
    private final Secret browser = new Randomness().secret();
    private final WalletToken token = WalletToken.of(browser);

    @Test
    void aNewOneWaitsForTheWalletUntilItsLifetimeEnds() {
        Attempt begun = begin();
        assertEquals(AttemptState.PENDING, begun.state());
        assertEquals(clock.instant().plus(LIFETIME), begun.expiresAt());
        assertEquals(Optional.of(begun), find());
        assertEquals(AttemptState.PENDING, state());
    }

    @Test
    void anotherBrowserDoesNotFindIt() {
        begin();
        Secret another = new Randomness().secret();
        assertEquals(Optional.empty(), database.inTransaction(() -> attempts.find(another)));
    }

    @Test
    void neitherTheSecretNorTheTokenIsStored() {
        begin();
        AttemptRow row = database.inTransaction(() -> database.entities().find(AttemptRow.class, Attempts.id(browser)));
        assertEquals(browser.hash(), row.browserHash);
        assertEquals(token.hash(), row.tokenHash);
        assertNotEquals(browser.text(), row.browserHash);
        assertNotEquals(token.text(), row.tokenHash);
    }

    @Test
    void aWalletProvesItInTheLastMomentOfItsLifetime() {
        begin();
        clock.move(LIFETIME.minusMillis(1));
        assertTrue(prove(token, WALLET));
        assertEquals(AttemptState.PROVEN, state());
        assertEquals(Optional.of(WALLET), find().flatMap(Attempt::wallet));
    }

    @Test
    void noWalletProvesItAfterItsLifetime() {
        begin();
        clock.move(LIFETIME);
        assertFalse(prove(token, WALLET));
        assertEquals(AttemptState.EXPIRED, state());
        assertEquals(Optional.empty(), find().flatMap(Attempt::wallet));
    }

    @Test
    void theFirstWalletProvesItAndNoOther() {
        begin();
        assertTrue(prove(token, WALLET));
        assertFalse(prove(token, ANOTHER));
        assertEquals(Optional.of(WALLET), find().flatMap(Attempt::wallet));
    }

    @Test
    void aProofIsOfOneAttemptOnly() {
        Secret another = new Randomness().secret();
        begin();
        database.inTransaction(() -> attempts.begin(another, LocalPath.HOME));
        prove(token, WALLET);
        assertEquals(
                Optional.of(AttemptState.PENDING),
                database.inTransaction(() -> attempts.find(another)).map(Attempt::state));
    }

    @Test
    void aProvenOneExpiresAsWell() {
        begin();
        prove(token, WALLET);
        clock.move(LIFETIME);
        assertEquals(AttemptState.EXPIRED, state());
    }

    @Test
    void noWalletProvesOneThatWasEnded() {
        begin();
        database.inTransaction(() -> attempts.end(browser));
        assertFalse(prove(token, WALLET));
        assertEquals(AttemptState.ENDED, state());
    }

    @Test
    void whyAWalletFailedIsToldUntilOneSucceeds() {
        begin();
        refuse("wrong-signature");
        assertEquals(Optional.of("wrong-signature"), find().flatMap(Attempt::refusal));
        prove(token, WALLET);
        assertEquals(Optional.empty(), find().flatMap(Attempt::refusal));
    }

    @Test
    void aLateFailureIsNotTold() {
        begin();
        prove(token, WALLET);
        refuse("wrong-signature");
        assertEquals(Optional.empty(), find().flatMap(Attempt::refusal));
    }

    @Test
    void oneOfTheCallersTokenIsProvenAndEndedByItsToken() {
        beginElsewhere();
        assertEquals(Optional.empty(), provenElsewhere(FOREIGN));
        assertTrue(prove(FOREIGN, WALLET));
        assertEquals(Optional.of(WALLET), provenElsewhere(FOREIGN));
        assertTrue(endElsewhere(FOREIGN));
        assertEquals(Optional.empty(), provenElsewhere(FOREIGN));
        assertFalse(endElsewhere(FOREIGN));
    }

    @Test
    void oneOfTheCallersTokenThatNobodyProvedCannotBeEndedByIt() {
        beginElsewhere();
        assertFalse(endElsewhere(FOREIGN));
    }

    @Test
    void aSignInOfTheCallersTokenLastsToTheLastMomentOfItsLifetime() {
        beginElsewhere();
        prove(FOREIGN, WALLET);
        clock.move(ELSEWHERE.minusMillis(1));
        assertEquals(Optional.of(WALLET), provenElsewhere(FOREIGN));
        assertTrue(endElsewhere(FOREIGN));
    }

    @Test
    void aSignInOfTheCallersTokenIsOverAfterItsLifetime() {
        beginElsewhere();
        prove(FOREIGN, WALLET);
        clock.move(ELSEWHERE);
        assertEquals(Optional.empty(), provenElsewhere(FOREIGN));
        assertFalse(endElsewhere(FOREIGN));
    }

    @Test
    void whoSeesTheTokenOfABrowserLearnsNothingAndEndsNothing() {
        begin();
        prove(token, WALLET);
        assertEquals(Optional.empty(), provenElsewhere(token));
        assertFalse(endElsewhere(token));
        assertEquals(AttemptState.PROVEN, state());
    }

    private Attempt begin() {
        return database.inTransaction(() -> attempts.begin(browser, LocalPath.HOME));
    }

    private void beginElsewhere() {
        database.inTransaction(() -> attempts.beginElsewhere(FOREIGN, ELSEWHERE));
    }

    private Optional<Attempt> find() {
        return database.inTransaction(() -> attempts.find(browser));
    }

    /** The state, which the token and the browser must tell alike. */
    private AttemptState state() {
        AttemptState state = database.inTransaction(() -> attempts.state(token)).orElseThrow();
        assertEquals(Optional.of(state), find().map(Attempt::state));
        return state;
    }

    private boolean prove(WalletToken of, AccountId wallet) {
        return database.inTransaction(() -> attempts.prove(of, wallet));
    }

    private void refuse(String slug) {
        database.inTransaction(() -> attempts.refuse(token, slug));
    }

    private Optional<AccountId> provenElsewhere(WalletToken of) {
        return database.inTransaction(() -> attempts.provenElsewhere(of));
    }

    private boolean endElsewhere(WalletToken of) {
        return database.inTransaction(() -> attempts.endElsewhere(of));
    }
}
