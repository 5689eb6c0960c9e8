package org.gatehouse.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.gatehouse.it.SelfkeyWallet.jwt;

import java.util.Base64;

/** What stands for the names of Login with SelfKey in the tables of bad input, the same within one line. */
final class LwsValues {
    private final GatehouseSystem gatehouse;
    private final SelfkeyWallet wallet = SelfkeyWallet.create();
    private final SelfkeyWallet another = SelfkeyWallet.create();
    private String challenge = "";

    LwsValues(GatehouseSystem gatehouse) {
        this.gatehouse = gatehouse;
    }

    String of(String name) {
        return switch (name) {
            case "lws-did" -> wallet.did();
            case "lws-another-did" -> another.did();
            case "lws-challenge" -> challenge();
            case "lws-members" -> jwt(wallet.challenge(gatehouse, "members"));
            case "lws-used" -> used();
            case "lws-wallet-token" -> wallet.walletToken(gatehouse, "lws");
            case "lws-unsigned" -> encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + part(1) + ".";
            case "lws-tampered" -> part(0) + "." + ofAnother() + "." + part(2);
            case "lws-signature" -> wallet.sign(text());
            case "lws-high-s" -> wallet.signHigh(text());
            case "lws-another-text" -> wallet.sign(text() + ".");
            case "lws-another-wallet" -> another.sign(text());
            case "lws-zeros" -> "0".repeat(130);
            case "lws-huge" -> "x".repeat(17_000);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private String challenge() {
        if (challenge.isEmpty()) challenge = jwt(wallet.challenge(gatehouse, "lws"));
        return challenge;
    }

    private String text() {
        return SelfkeyWallet.text(challenge());
    }

    private String used() {
        wallet.reply(gatehouse, "lws", challenge());
        return challenge();
    }

    private String ofAnother() {
        String claims = new String(Base64.getUrlDecoder().decode(part(1)), UTF_8);
        return encoded(claims.replace(wallet.did(), another.did()));
    }

    private String part(int index) {
        return challenge().split("\\.", -1)[index];
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}
