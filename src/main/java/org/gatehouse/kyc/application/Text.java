package org.gatehouse.kyc.application;

import java.util.Optional;
import org.gatehouse.attribute.Hidden;

/** What people write to one another: lines without hidden characters. */
public final class Text {
    private Text() {}

    /**
     * The text without blanks at its ends, its lines ended by line feeds.
     *
     * @param longest how many characters it may have
     * @return empty where there is none, or more, or one of them is hidden
     */
    public static Optional<String> of(String sent, int longest) {
        String text = sent.replace("\r\n", "\n").strip();
        return text.isEmpty() || text.length() > longest || Hidden.in(text.replace("\n", ""))
                ? Optional.empty()
                : Optional.of(text);
    }

    /** The same for a text of one line. */
    public static Optional<String> line(String sent, int longest) {
        return of(sent, longest).filter(text -> text.indexOf('\n') < 0);
    }
}
