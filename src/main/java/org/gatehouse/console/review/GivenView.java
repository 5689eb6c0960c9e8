package org.gatehouse.console.review;

import java.util.List;
import org.gatehouse.kyc.page.ValueLine;

/**
 * An attribute or an answer as the desk shows it.
 *
 * @param id its id in the application
 * @param title what people read
 * @param state {@code given}, {@code refused}, {@code missing}, or {@code none} where it need not be there
 * @param values what was given, without files
 * @param files its files
 * @param text where it is a single text, that: it can be corrected; else empty
 */
public record GivenView(
        String id, String title, String state, List<ValueLine> values, List<FileView> files, String text) {
    public String getId() {
        return id;
    }

    public String getTitle() {
        return title;
    }

    public String getState() {
        return state;
    }

    public List<ValueLine> getValues() {
        return values;
    }

    public List<FileView> getFiles() {
        return files;
    }

    public String getText() {
        return text;
    }

    /** How the state looks. */
    public String getTone() {
        return switch (state) {
            case "refused" -> "bad";
            case "missing" -> "ask";
            default -> "off";
        };
    }
}
