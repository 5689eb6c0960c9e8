package org.gatehouse.selfkey;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.gatehouse.client.ClientTestBed;
import org.gatehouse.http.PublicUrl;
import org.gatehouse.vault.MasterKey;
import org.gatehouse.vault.Randomness;

/** What most tests of this room begin with. */
final class Selfkeys {
    static final PublicUrl PUBLIC_URL = new PublicUrl(URI.create("https://gate.example"));
    static final SelfkeySettings SETTINGS =
            new SelfkeySettings(Duration.ofMinutes(5), Duration.ofHours(1), Optional.empty());
    static final MasterKey MASTER_KEY = new MasterKey(new byte[MasterKey.BYTES], new Randomness());

    private Selfkeys() {}

    /** The root endpoint of a client with this id and name, whose pages are at {@code https://portal.example}. */
    static RootEndpoint root(String id, String name) {
        var client = ClientTestBed.client("{'client_id':'" + id + "','name':'" + name
                + "','redirect_uris':['https://portal.example/cb'],'selfkey':{'origins':['https://portal.example']}}");
        return RootEndpoint.of(client, client.selfkey().orElseThrow(), PUBLIC_URL);
    }

    static ChallengeTokens tokens(MasterKey master, Clock clock) {
        return new ChallengeTokens(master, PUBLIC_URL, SETTINGS, new Randomness(), clock);
    }
}
