package org.gatehouse.idena;

import java.util.Locale;

/** Everything that the protocol's calls refuse. The sentence is what a person reads in the wallet. */
enum Refusal {
    NOT_JSON("The request must be a JSON object of 16 KB at most."),
    BAD_VERSION("unsupported version"),
    BAD_TOKEN("The token must be 16 to 128 letters, digits, dots, hyphens, tildes or underscores."),
    BAD_ADDRESS("The address must be 0x and 40 hexadecimal digits, and not zero."),
    BAD_SIGNATURE("The signature must be 0x and 130 hexadecimal digits of a valid, low-s signature."),
    WRONG_SIGNATURE("The signature is not by the address that was named."),
    UNKNOWN_TOKEN("This sign-in is not known. Go back to the site and begin again."),
    EXPIRED("This sign-in has expired or was ended. Go back to the site and begin again."),
    ALREADY_AUTHENTICATED("This sign-in was confirmed already."),
    TOO_MANY_NONCES("There were too many tries. Go back to the site and begin again."),
    NO_NONCE("There is nothing to confirm: the request was used already or has expired. Try again."),
    NO_DATA("no data found"),
    UNAVAILABLE("The site cannot answer just now. Try again in a moment.");

    private final String sentence;

    Refusal(String sentence) {
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }

    /** The stable name in the log, in the trail and on the sign-in page. */
    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
