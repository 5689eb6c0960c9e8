package org.gatehouse.kyc.page;

import jakarta.faces.context.FacesContext;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Something to choose.
 *
 * @param value what is sent
 * @param label what people read
 * @param chosen whether it was chosen
 */
public record Choice(String value, String label, boolean chosen) {
    private static final String PREFIX = "kyc.choice.";

    /** The choices of a field, in the language of the page. */
    static List<Choice> of(FieldKind kind, List<String> values, List<String> chosen) {
        FacesContext faces = FacesContext.getCurrentInstance();
        Locale locale = faces.getViewRoot().getLocale();
        if (kind == FieldKind.COUNTRY) return countries(values, chosen, locale);
        ResourceBundle text = faces.getApplication().getResourceBundle(faces, "text");
        // Of SelfKey's values that have a name of ours, those before them are the same once more.
        boolean named = values.stream().anyMatch(value -> text.containsKey(PREFIX + value));
        return values.stream()
                .filter(value -> !named || text.containsKey(PREFIX + value))
                .map(value -> new Choice(value, named ? text.getString(PREFIX + value) : value, chosen.contains(value)))
                .toList();
    }

    private static List<Choice> countries(List<String> codes, List<String> chosen, Locale locale) {
        return codes.stream()
                .map(code -> new Choice(code, country(code, locale), chosen.contains(code)))
                .sorted(Comparator.comparing(Choice::label, Collator.getInstance(locale)))
                .toList();
    }

    static String country(String code, Locale locale) {
        return new Locale.Builder().setRegion(code).build().getDisplayCountry(locale);
    }

    public String getValue() {
        return value;
    }

    public String getLabel() {
        return label;
    }

    public boolean isChosen() {
        return chosen;
    }
}
