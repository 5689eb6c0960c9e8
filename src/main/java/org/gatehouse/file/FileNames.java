package org.gatehouse.file;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What people call their files. */
final class FileNames {
    private static final int MAX_CHARACTERS = 200;

    /** How names end, by type; the first is added to one that ends otherwise. */
    private static final Map<String, List<String>> ENDS = Map.of(
            "image/jpeg", List.of(".jpg", ".jpeg"),
            "image/png", List.of(".png"),
            "application/pdf", List.of(".pdf"),
            "application/json", List.of(".json"),
            "audio/mpeg", List.of(".mp3"),
            "audio/mp4", List.of(".m4a", ".mp4"),
            "audio/ogg", List.of(".ogg", ".oga", ".opus"),
            "audio/x-wav", List.of(".wav"));

    /** What comes before the name in a path of any system, and what cannot be seen: controls, and marks that turn the direction of writing. */
    private static final Pattern UNWANTED =
            Pattern.compile(".*[/\\\\]|[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", Pattern.DOTALL);

    private FileNames() {}

    /**
     * The name that is left of what was sent, with an end that goes with the type of the content: else a page in disguise would keep the name of a page.
     * It is never empty.
     */
    static String clean(String name, String type) {
        String clean = clean(name);
        List<String> ends = ENDS.getOrDefault(type, List.of(""));
        return ends.stream().anyMatch(clean.toLowerCase(Locale.ROOT)::endsWith)
                ? clean
                : cut(clean, MAX_CHARACTERS - ends.get(0).length()) + ends.get(0);
    }

    private static String clean(String name) {
        String visible = UNWANTED.matcher(name).replaceAll("").strip();
        if (visible.isEmpty() || visible.equals(".") || visible.equals("..")) return "file";
        return cut(visible, MAX_CHARACTERS);
    }

    private static String cut(String text, int most) {
        int end = Math.min(text.length(), most);
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
    }
}
