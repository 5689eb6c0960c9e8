package org.gatehouse.session;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.gatehouse.wallet.AccountId;
import org.gatehouse.wallet.Address;
import org.junit.jupiter.api.Test;

class SessionTest {
    private static final Instant SIGNED = Instant.parse("2026-11-20T12:00:00Z");

    private static Session session(boolean handedOver) {
        return new Session(
                "id",
                "account",
                AccountId.idena(Address.parse("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed")),
                SIGNED,
                SIGNED.plus(Duration.ofHours(8)),
                handedOver);
    }

    @Test
    void whatAPageHandedOverSaysOfNobodyWhoSitsThere() {
        assertFalse(session(true).certain(SIGNED));
        assertFalse(session(true).shown(Duration.ofDays(1), SIGNED));
    }

    @Test
    void aSignatureCountsAsLongAsIsAsked() {
        assertTrue(session(false).shown(Duration.ofSeconds(1), SIGNED.plusSeconds(1)));
        assertFalse(session(false).shown(Duration.ofSeconds(1), SIGNED.plusMillis(1_001)));
    }

    @Test
    void aSignatureSaysForTenMinutesWhoSitsThere() {
        Session session = session(false);
        assertTrue(session.certain(SIGNED.plus(Duration.ofMinutes(10)).minusMillis(1)));
        assertFalse(session.certain(SIGNED.plus(Duration.ofMinutes(10))));
    }
}
