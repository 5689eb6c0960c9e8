package org.gatehouse.idena;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gatehouse.audit.AuditTestBed;
import org.gatehouse.challenge.ChallengeTestBed;
import org.gatehouse.database.TestDatabase;
import org.gatehouse.http.PublicUrl;
import org.gatehouse.it.FakeWallet;
import org.gatehouse.session.Attempt;
import org.gatehouse.session.AttemptState;
import org.gatehouse.session.Attempts;
import org.gatehouse.session.LocalPath;
import org.gatehouse.session.SessionTestBed;
import org.gatehouse.session.WalletToken;
import org.gatehouse.token.MovedClock;
import org.gatehouse.vault.Randomness;
import org.gatehouse.vault.Secret;
import org.gatehouse.wallet.AccountId;
import org.gatehouse.wallet.Address;
import org.gatehouse.wallet.BouncyCastleEngine;
import org.gatehouse.wallet.Signature;
import org.gatehouse.wallet.SignatureRecovery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class IdenaSignInTest {
    private static final Duration NONCE = Duration.ofMinutes(2);
    private static final Duration ELSEWHERE = Duration.ofHours(1);
    private static final int MOST = 3;
    private static final WalletToken FOREIGN = new WalletToken("a-token-of-the-caller");

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    private final MovedClock clock = new MovedClock(Instant.parse("2026-11-20T12:00:00Z"));
    private final Attempts attempts = SessionTestBed.attempts(database.entities(), clock);
    private final IdenaSignIn signIn = signIn(true);
    private final FakeWallet wallet = FakeWallet.create();
    private final FakeWallet thief = FakeWallet.create();
    private final Secret browser = new Randomness().secret();
    private final Attempt begun = begin();

    @Test
    void aNonceSaysWhoseItIsAndIsNewEachTime() {
        String first = nonce(begun.token());
        String second = nonce(begun.token());
        assertTrue(first.matches("signin-gate\\.example\\.org-[0-9a-f]{32}"), first);
        assertNotEquals(first, second);
    }

    @Test
    void theRightSignatureProves() {
        assertEquals(new Authenticated.Yes(), authenticate(wallet.sign(nonce(begun.token()))));
        assertEquals(AttemptState.PROVEN, now().state());
        assertEquals(Optional.of(accountOf(wallet)), now().wallet());
        assertEquals(Optional.empty(), now().refusal());
    }

    @Test
    void theRightSignatureProvesOnce() {
        String signature = wallet.sign(nonce(begun.token()));
        authenticate(signature);
        assertEquals(new Authenticated.Refused(Refusal.NO_NONCE), authenticate(signature));
    }

    @Test
    void aWrongSignatureIsRefusedNotedAndAudited() {
        assertEquals(new Authenticated.No(), authenticate(thief.sign(nonce(begun.token()))));
        assertEquals(AttemptState.PENDING, now().state());
        assertEquals(Optional.of("wrong-signature"), now().refusal());
        assertEquals(
                List.of(AuditTestBed.subject(accountOf(wallet).toString())),
                database.texts(
                        "select a.subjectMac from AuditRow a where a.action = 'idena.authenticate' and a.outcome = 'wrong-signature'"));
    }

    @Test
    void aWrongSignatureConsumesTheNonce() {
        String nonce = nonce(begun.token());
        authenticate(thief.sign(nonce));
        assertEquals(new Authenticated.Refused(Refusal.NO_NONCE), authenticate(wallet.sign(nonce)));
        assertEquals(AttemptState.PENDING, now().state());
    }

    @Test
    void afterAWrongSignatureTheWalletMayTryAgain() {
        authenticate(thief.sign(nonce(begun.token())));
        assertEquals(new Authenticated.Yes(), authenticate(wallet.sign(nonce(begun.token()))));
        assertEquals(Optional.empty(), now().refusal());
    }

    @Test
    void theSignatureOfAnotherTextProvesNothing() {
        nonce(begun.token());
        assertEquals(new Authenticated.No(), authenticate(wallet.sign("signin-another")));
    }

    @Test
    void theSignatureOfAReplacedNonceProvesNothing() {
        String first = nonce(begun.token());
        nonce(begun.token());
        assertEquals(new Authenticated.No(), authenticate(wallet.sign(first)));
    }

    @Test
    void anotherWalletThatAsksLaterTakesThePlaceOfTheFirst() {
        nonce(begun.token());
        Started started = start(signIn, begun.token(), thief);
        String nonce = assertInstanceOf(Started.Issued.class, started).nonce();
        assertEquals(new Authenticated.Yes(), authenticate(thief.sign(nonce)));
        assertEquals(Optional.of(accountOf(thief)), now().wallet());
    }

    @Test
    void aSignatureWithoutANonceIsRefused() {
        assertEquals(new Authenticated.Refused(Refusal.NO_NONCE), authenticate(wallet.sign("signin-anything")));
    }

    @Test
    void aNonceIsAnsweredInTheLastMomentOfItsLifetime() {
        String nonce = nonce(begun.token());
        clock.move(NONCE.minusMillis(1));
        assertEquals(new Authenticated.Yes(), authenticate(wallet.sign(nonce)));
    }

    @Test
    void afterItsLifetimeANonceIsNoMore() {
        String nonce = nonce(begun.token());
        clock.move(NONCE);
        assertEquals(new Authenticated.Refused(Refusal.NO_NONCE), authenticate(wallet.sign(nonce)));
        assertEquals(AttemptState.PENDING, now().state());
    }

    @Test
    void anExpiredAttemptGetsNoNonce() {
        clock.moveTo(begun.expiresAt());
        assertEquals(new Started.Refused(Refusal.EXPIRED), start(signIn, begun.token(), wallet));
    }

    @Test
    void anEndedAttemptGetsNoNonce() {
        database.inTransaction(() -> attempts.end(browser));
        assertEquals(new Started.Refused(Refusal.EXPIRED), start(signIn, begun.token(), wallet));
    }

    @Test
    void anAttemptThatExpiresBeforeItsNonceIsNotProven() {
        clock.moveTo(begun.expiresAt().minusMillis(1));
        String nonce = nonce(begun.token());
        clock.moveTo(begun.expiresAt());
        assertEquals(new Authenticated.Refused(Refusal.EXPIRED), authenticate(wallet.sign(nonce)));
        assertEquals(Optional.empty(), now().wallet());
    }

    @Test
    void aProvenAttemptGetsNoNonce() {
        authenticate(wallet.sign(nonce(begun.token())));
        assertEquals(new Started.Refused(Refusal.ALREADY_AUTHENTICATED), start(signIn, begun.token(), thief));
    }

    @Test
    void tooManyNoncesAreRefused() {
        for (int issued = 0; issued < MOST; issued++) nonce(begun.token());
        assertEquals(new Started.Refused(Refusal.TOO_MANY_NONCES), start(signIn, begun.token(), wallet));
    }

    @Test
    void theCallersOwnTokenIsRefusedWhereSuchAreNotWanted() {
        IdenaSignIn strict = signIn(false);
        assertEquals(new Started.Refused(Refusal.UNKNOWN_TOKEN), start(strict, FOREIGN, wallet));
        assertEquals(Optional.empty(), database.inTransaction(() -> attempts.state(FOREIGN)));
        assertInstanceOf(Started.Issued.class, start(strict, begun.token(), wallet));
    }

    @Test
    void aSignInWithTheCallersOwnTokenLastsAsLongAsItMay() {
        signInElsewhere();
        clock.move(ELSEWHERE.minusMillis(1));
        assertEquals(Optional.of(accountOf(wallet)), elsewhere());
    }

    @Test
    void aSignInWithTheCallersOwnTokenEndsAfterItsLifetime() {
        signInElsewhere();
        clock.move(ELSEWHERE);
        assertEquals(Optional.empty(), elsewhere());
        assertEquals(false, database.inTransaction(() -> attempts.endElsewhere(FOREIGN)));
        assertEquals(new Started.Refused(Refusal.EXPIRED), start(signIn, FOREIGN, wallet));
    }

    private IdenaSignIn signIn(boolean clientTokens) {
        return new IdenaSignIn(
                attempts,
                ChallengeTestBed.challenges(database.entities(), clock),
                new IdenaSettings(URI.create("https://wallet.example.org"), NONCE, MOST, clientTokens, ELSEWHERE),
                new PublicUrl(URI.create("https://gate.example.org")),
                new Randomness(),
                new SignatureRecovery(new BouncyCastleEngine()),
                AuditTestBed.audit(database.entities(), clock));
    }

    private Attempt begin() {
        return database.inTransaction(() -> attempts.begin(browser, LocalPath.HOME));
    }

    private Attempt now() {
        return database.inTransaction(() -> attempts.find(browser)).orElseThrow();
    }

    private Started start(IdenaSignIn here, WalletToken token, FakeWallet by) {
        return database.inTransaction(() -> here.start(token, Address.parse(by.address())));
    }

    private String nonce(WalletToken token) {
        return assertInstanceOf(Started.Issued.class, start(signIn, token, wallet))
                .nonce();
    }

    private Authenticated authenticate(String signature) {
        return authenticate(begun.token(), signature);
    }

    private Authenticated authenticate(WalletToken token, String signature) {
        return database.inTransaction(() -> signIn.authenticate(token, Signature.parse(signature)));
    }

    private void signInElsewhere() {
        assertEquals(new Authenticated.Yes(), authenticate(FOREIGN, wallet.sign(nonce(FOREIGN))));
    }

    private Optional<AccountId> elsewhere() {
        return database.inTransaction(() -> attempts.provenElsewhere(FOREIGN));
    }

    private static AccountId accountOf(FakeWallet wallet) {
        return AccountId.idena(Address.parse(wallet.address()));
    }
}
