package org.gatehouse.selfkey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gatehouse.audit.Audit;
import org.gatehouse.audit.AuditTestBed;
import org.gatehouse.database.TestDatabase;
import org.gatehouse.endpoint.EndpointTestBed;
import org.gatehouse.endpoint.Refusal;
import org.gatehouse.endpoint.RootEndpoint;
import org.gatehouse.it.SelfkeyWallet;
import org.gatehouse.selfkey.did.DidLedger;
import org.gatehouse.token.MovedClock;
import org.gatehouse.wallet.Address;
import org.gatehouse.wallet.BouncyCastleEngine;
import org.gatehouse.wallet.Did;
import org.gatehouse.wallet.SignatureRecovery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AuthenticationTest {
    private static final DidLedger NO_LEDGER = new DidLedger() {
        @Override
        public boolean known() {
            return false;
        }

        @Override
        public Optional<Address> controller(Did did) {
            return Optional.empty();
        }
    };

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    private final MovedClock clock = new MovedClock(Instant.parse("2026-11-20T12:00:00Z"));
    private final Audit audit = AuditTestBed.audit(database.entities(), clock);
    private final UsedChallenges used = new UsedChallenges(database.entities(), audit);
    private final Authentication authentication = new Authentication(
            new Signatures(new SignatureRecovery(new BouncyCastleEngine()), NO_LEDGER),
            used,
            new WrongAnswers(),
            audit);
    private final ChallengeTokens tokens = Selfkeys.tokens(Selfkeys.MASTER_KEY, clock);
    private final RootEndpoint root = EndpointTestBed.root("portal", "Portal");
    private final SelfkeyWallet wallet = SelfkeyWallet.create();

    @Test
    void aChallengeIsAnsweredOnce() {
        ChallengeToken challenge = challenge();
        String signature = wallet.sign(challenge.text());
        assertInstanceOf(Signing.Signed.class, authenticate(challenge, signature));
        assertEquals(new Signing.Refused(Refusal.TOKEN_INVALID), authenticate(challenge, signature));
        assertEquals(1, database.count("UsedChallengeRow"));
    }

    @Test
    void anotherSignatureOfTheSameChallengeIsNoSecondAnswer() {
        ChallengeToken challenge = challenge();
        authenticate(challenge, wallet.sign(challenge.text()));
        assertEquals(
                new Signing.Refused(Refusal.TOKEN_INVALID),
                authenticate(challenge, wallet.signLedger(challenge.text())));
    }

    @Test
    void aRefusedAnswerUsesNothingUp() {
        ChallengeToken challenge = challenge();
        String foreign = SelfkeyWallet.create().sign(challenge.text());
        assertEquals(new Signing.Refused(Refusal.SIGNATURE_INVALID), authenticate(challenge, foreign));
        assertEquals(0, database.count("UsedChallengeRow"));
        assertInstanceOf(Signing.Signed.class, authenticate(challenge, wallet.sign(challenge.text())));
    }

    @Test
    void afterTenWrongAnswersNoneIsLookedAtAndTheTrailHasOne() {
        ChallengeToken challenge = challenge();
        String foreign = SelfkeyWallet.create().sign(challenge.text());
        for (int i = 0; i < 10; i++)
            assertEquals(new Signing.Refused(Refusal.SIGNATURE_INVALID), authenticate(challenge, foreign));
        assertEquals(
                new Signing.Refused(Refusal.TOKEN_INVALID), authenticate(challenge, wallet.sign(challenge.text())));
        assertEquals(1, database.count("AuditRow"));
    }

    @Test
    void theTrailTellsOfBoth() {
        ChallengeToken challenge = challenge();
        authenticate(challenge, SelfkeyWallet.create().sign(challenge.text()));
        authenticate(challenge, wallet.sign(challenge.text()));
        assertEquals(
                List.of("ok portal", "signature-invalid portal"),
                database.texts("select concat(a.outcome, ' ', a.clientId) from AuditRow a"
                        + " where a.action = 'selfkey.authenticate' order by a.outcome"));
        assertEquals(
                1,
                database.texts("select distinct a.subjectMac from AuditRow a").size());
    }

    @Test
    void usedChallengesAreForgottenWhenNobodyTakesThemAnyMore() {
        ChallengeToken challenge = challenge();
        authenticate(challenge, wallet.sign(challenge.text()));
        clock.move(Duration.ofMinutes(6));
        assertEquals(0, database.inTransaction(() -> used.sweep(clock.instant(), 10)));
        clock.move(Duration.ofMillis(1));
        assertEquals(1, database.inTransaction(() -> used.sweep(clock.instant(), 10)));
    }

    private ChallengeToken challenge() {
        return tokens.check(root, tokens.issue(root, Claimant.parse(wallet.did())))
                .orElseThrow();
    }

    private Signing authenticate(ChallengeToken challenge, String signature) {
        Reply reply = new Reply(signature, Optional.of(wallet.did() + "#keys-1"));
        database.entities().getTransaction().begin();
        try {
            Signing signing = authentication.authenticate(root, challenge, reply);
            if (!database.entities().getTransaction().getRollbackOnly())
                database.entities().getTransaction().commit();
            return signing;
        } finally {
            if (database.entities().getTransaction().isActive())
                database.entities().getTransaction().rollback();
            database.entities().clear();
        }
    }
}
