package org.gatehouse.grant;

import java.util.Optional;
import org.gatehouse.vault.Secret;

/**
 * A refresh token. Its first part is the same in all tokens of a family, so that a token which was used before is known for what it is, and no table of
 * old tokens is kept.
 *
 * @param family the part that stays
 * @param changing the part that is new in each token
 */
public record RefreshToken(Secret family, Secret changing) {
    /** The token of this text; empty where the text has not its form. */
    public static Optional<RefreshToken> parse(String text) {
        int dot = text.indexOf('.');
        if (dot < 0) return Optional.empty();
        return Secret.parse(text.substring(0, dot)).flatMap(family -> Secret.parse(text.substring(dot + 1))
                .map(changing -> new RefreshToken(family, changing)));
    }

    /** What the client gets: 87 characters. */
    public String text() {
        return family.text() + "." + changing.text();
    }
}
