package org.gatehouse.brand;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The colours of {@code brand.css}: custom properties of {@code :root}, and again for people who want dark colours. It is read, and what pages get is
 * written anew, so that nothing else of it reaches a browser.
 */
final class Sheet {
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern FORM = Pattern.compile(
            "\\s*(?::root\\s*\\{([^{}]*)\\})?\\s*"
                    + "(?:@media\\s*\\(\\s*prefers-color-scheme\\s*:\\s*dark\\s*\\)\\s*\\{\\s*:root\\s*\\{([^{}]*)\\}\\s*\\})?\\s*");
    private static final Pattern DECLARATION = Pattern.compile("--([a-z-]+)\\s*:\\s*(\\S+)");
    private static final Pattern COLOUR = Pattern.compile("#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})");
    private static final Pattern RADIUS = Pattern.compile("(\\d{1,2}px|[0-2](\\.\\d{1,3})?rem)");
    private static final String ROUND = "radius";

    private Sheet() {}

    /**
     * Reads the sheet.
     *
     * @return the sheet for pages
     * @throws Wrong where it holds anything else, or colours that nobody can read
     */
    static String rewritten(String css) throws Wrong {
        Matcher parts = FORM.matcher(COMMENT.matcher(css).replaceAll(" "));
        if (!parts.matches())
            throw new Wrong(
                    "may hold :root { } and @media (prefers-color-scheme: dark) { :root { } } alone, in this order");
        Map<String, String> light = declarations(parts.group(1));
        Map<String, String> dark = declarations(parts.group(2));
        Optional<String> radius = Optional.ofNullable(light.remove(ROUND));
        if (dark.containsKey(ROUND)) throw new Wrong("says --radius for dark colours, which is the same for all");
        refuse("", Palette.unreadable(light, Palette.LIGHT));
        refuse(" (dark)", Palette.unreadable(dark, Palette.DARK));
        return radius.map(size -> ":root{--radius:" + size + "}\n").orElse("")
                + block("light", light)
                + block("dark", dark);
    }

    private static void refuse(String scheme, Optional<String> pair) throws Wrong {
        if (pair.isPresent())
            throw new Wrong("makes " + pair.get() + scheme + " unreadable: the contrast must be 4.5 at least");
    }

    private static Map<String, String> declarations(String block) throws Wrong {
        Map<String, String> found = new TreeMap<>();
        if (block == null) return found;
        for (String line : block.split(";", -1)) {
            if (line.isBlank()) continue;
            Matcher declaration = DECLARATION.matcher(line.strip());
            if (!declaration.matches()) throw new Wrong("has a line that is no custom property");
            found.put(declaration.group(1), value(declaration.group(1), declaration.group(2)));
        }
        return found;
    }

    private static String value(String name, String value) throws Wrong {
        if (name.equals(ROUND) && RADIUS.matcher(value).matches()) return value;
        if (!Palette.LIGHT.containsKey(name) && !name.equals(ROUND)) throw new Wrong("knows no property --" + name);
        if (name.equals(ROUND) || !COLOUR.matcher(value).matches())
            throw new Wrong("has no colour like #1d4f91, or size like 1rem, for --" + name);
        return value.length() == 7 ? value : "#" + value.substring(1).replaceAll("(.)", "$1$1");
    }

    private static String block(String scheme, Map<String, String> colours) {
        if (colours.isEmpty()) return "";
        return colours.entrySet().stream()
                .map(colour -> "--" + colour.getKey() + ":" + colour.getValue())
                .collect(Collectors.joining(";", "@media (prefers-color-scheme:" + scheme + "){:root{", "}}\n"));
    }

    /** What is wrong with it; the sentence goes on after the name of the file. */
    static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;

        Wrong(String sentence) {
            super(sentence);
        }
    }
}
