package org.gatehouse.kyc.page;

import jakarta.faces.context.FacesContext;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** A part of what was given. */
public final class ValueLine {
    private final String path;
    private final String text;
    private final String file;

    /**
     * A part.
     *
     * @param path where it stands in the value; empty for the whole
     * @param file the id of a file; empty of anything else
     */
    ValueLine(String path, String text, String file) {
        this.path = path;
        this.text = text;
        this.file = file;
    }

    /** What people call the part; empty where the title says it. */
    public String getLabel() {
        if (path.isEmpty()) return "";
        try {
            return messages().getString("kyc.field." + path);
        } catch (MissingResourceException e) {
            return path.substring(path.lastIndexOf('.') + 1);
        }
    }

    /** What it says, as people of the page's language write it; of a file, its name. */
    public String getText() {
        if (!file.isEmpty()) return text;
        if (path.endsWith("country") && text.matches("[A-Z]{2}")) return Choice.country(text, locale());
        if (text.equals("true") || text.equals("false")) return messages().getString("kyc.answer." + text);
        if (!text.matches("\\d{4}-\\d{2}-\\d{2}")) return text;
        try {
            return LocalDate.parse(text)
                    .format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale()));
        } catch (DateTimeException e) {
            return text;
        }
    }

    /** The id of the file; empty where it is none. */
    public String getFile() {
        return file;
    }

    private static Locale locale() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }

    private static ResourceBundle messages() {
        FacesContext faces = FacesContext.getCurrentInstance();
        return faces.getApplication().getResourceBundle(faces, "text");
    }
}
