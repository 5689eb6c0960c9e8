package org.gatehouse.kyc.review;

import java.util.List;
import java.util.Optional;
import org.gatehouse.kyc.application.Text;

/** Reads what a reviewer writes, and keeps what is wrong with it. What is stored is what it answers: without blanks at the ends. */
final class Words {
    /** The longest note, comment or message, in characters. */
    static final int LONGEST = 4_000;

    /** The longest label, and the longest option. */
    static final int LONGEST_LABEL = 200;

    private Optional<String> fault = Optional.empty();

    /** A text of this name; empty, and a fault, where it will not do. */
    String text(String name, String sent, int most) {
        return said(name + " should be a text of at most ", Text.of(sent, most), most);
    }

    /** The same for one that may be missing. */
    Optional<String> text(String name, Optional<String> sent, int most) {
        return sent.map(present -> text(name, present, most));
    }

    /** The same for a text of one line. */
    String line(String name, String sent, int most) {
        return said(name + " should be one line of at most ", Text.line(sent, most), most);
    }

    /** The same for each of several. */
    List<String> lines(String name, List<String> sent, int most) {
        return sent.stream().map(each -> line(name, each, most)).toList();
    }

    /** The same for one that may be missing. */
    Optional<String> line(String name, Optional<String> sent, int most) {
        return sent.map(present -> line(name, present, most));
    }

    private String said(String wanted, Optional<String> text, int most) {
        if (text.isEmpty() && fault.isEmpty()) fault = Optional.of(wanted + most + " characters");
        return text.orElse("");
    }

    /** The first thing that is wrong with what was read; empty where nothing is. */
    Optional<Reviewed.Not> fault() {
        return fault.map(Reviewed::invalid);
    }
}
