package org.gatehouse.file;

import java.util.regex.Pattern;

/** What people call their files. */
final class FileNames {
    private static final int MAX_CHARACTERS = 200;

    /** What comes before the name in a path of any system, and what cannot be seen: controls, and marks that turn the direction of writing. */
    private static final Pattern UNWANTED =
            Pattern.compile(".*[/\\\\]|[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", Pattern.DOTALL);

    private FileNames() {}

    /** The name that is left of what was sent; never empty. */
    static String clean(String name) {
        String visible = UNWANTED.matcher(name).replaceAll("").strip();
        if (visible.isEmpty() || visible.equals(".") || visible.equals("..")) return "file";
        int end = Math.min(visible.length(), MAX_CHARACTERS);
        return visible.substring(0, Character.isHighSurrogate(visible.charAt(end - 1)) ? end - 1 : end);
    }
}
