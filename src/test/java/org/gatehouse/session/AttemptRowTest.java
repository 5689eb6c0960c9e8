package org.gatehouse.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.gatehouse.wallet.AccountId;
import org.gatehouse.wallet.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttemptRowTest {
    private static final Instant BEGUN = Instant.parse("2026-11-20T12:00:00Z");
    private static final Instant EXPIRES = BEGUN.plus(Duration.ofMinutes(5));

    @ParameterizedTest(name = "proven {0}, finished {1}, ended {2}, seen {3} ms before its end: {4}")
    @CsvSource({
        // Open: the time decides, and its last millisecond is the one before.
        "false, false, false, 300000, PENDING",
        "false, false, false,      1, PENDING",
        "false, false, false,      0, EXPIRED",
        "false, false, false,     -1, EXPIRED",
        "true,  false, false,      1, PROVEN",
        "true,  false, false,      0, EXPIRED",
        // Finished: stays so, whatever the time.
        "true,  true,  false,      1, FINISHED",
        "true,  true,  false,     -1, FINISHED",
        // Ended: says so before all else.
        "false, false, true,       1, ENDED",
        "false, false, true,      -1, ENDED",
        "true,  false, true,       1, ENDED",
        "true,  true,  true,       1, ENDED",
        "true,  true,  true,      -1, ENDED"
    })
    void standsWhere(boolean proven, boolean finished, boolean ended, long millisBeforeEnd, AttemptState state) {
        AttemptRow row = new AttemptRow();
        row.expiresAt = EXPIRES;
        if (proven) row.provenAt = BEGUN;
        if (finished) row.finishedAt = BEGUN;
        if (ended) row.endedAt = BEGUN;
        assertEquals(state, row.state(EXPIRES.minusMillis(millisBeforeEnd)));
    }

    @Test
    void namesTheWalletThatHasProvenIt() {
        AttemptRow row = new AttemptRow();
        assertEquals(Optional.empty(), row.provenWallet());
        AccountId wallet = AccountId.idena(Address.parse("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"));
        row.wallet = wallet.toString();
        assertEquals(Optional.of(wallet), row.provenWallet());
    }
}
