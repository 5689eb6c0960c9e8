package org.gatehouse.selfkey;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.gatehouse.endpoint.EndpointTestBed;
import org.gatehouse.vault.MasterKey;
import org.gatehouse.vault.Randomness;

/** What most tests of this room begin with. */
final class Selfkeys {
    static final SelfkeySettings SETTINGS =
            new SelfkeySettings(Duration.ofMinutes(5), Duration.ofHours(1), Optional.empty());
    static final MasterKey MASTER_KEY = new MasterKey(new byte[MasterKey.BYTES], new Randomness());

    private Selfkeys() {}

    static ChallengeTokens tokens(MasterKey master, Clock clock) {
        return new ChallengeTokens(master, EndpointTestBed.PUBLIC_URL, SETTINGS, new Randomness(), clock);
    }
}
