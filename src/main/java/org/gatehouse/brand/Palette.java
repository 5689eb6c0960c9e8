package org.gatehouse.brand;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The colours that pages are made of, and which of them must be told apart (WCAG 2.2, 1.4.3). Those of Gatehouse are in {@code gatehouse.css}. */
final class Palette {
    static final Map<String, String> LIGHT = Map.ofEntries(
            Map.entry("ground", "#f3f5f8"),
            Map.entry("card", "#ffffff"),
            Map.entry("line", "#d7dde6"),
            Map.entry("text", "#17202e"),
            Map.entry("muted", "#505c6e"),
            Map.entry("accent", "#1d4f91"),
            Map.entry("accent-strong", "#163d71"),
            Map.entry("on-accent", "#ffffff"),
            Map.entry("soft", "#e9eff8"));
    static final Map<String, String> DARK = Map.ofEntries(
            Map.entry("ground", "#0e131a"),
            Map.entry("card", "#171e28"),
            Map.entry("line", "#2c3746"),
            Map.entry("text", "#e7ecf3"),
            Map.entry("muted", "#a5b1c2"),
            Map.entry("accent", "#8db8f5"),
            Map.entry("accent-strong", "#b1cffa"),
            Map.entry("on-accent", "#0b1a2e"),
            Map.entry("soft", "#202b3a"));

    /** What is written, and the grounds that it is written on. */
    private static final Map<String, List<String>> WRITTEN = Map.of(
            "text", List.of("ground", "card", "soft"),
            "muted", List.of("ground", "card", "soft"),
            "accent", List.of("ground", "card", "soft"),
            "accent-strong", List.of("card", "soft"),
            "on-accent", List.of("accent", "accent-strong"));

    private static final double LEAST = 4.5;

    private Palette() {}

    /** Two colours that are too close for people to read one on the other, where these take the place of those of Gatehouse. */
    static Optional<String> unreadable(Map<String, String> colours, Map<String, String> others) {
        Map<String, String> all = new HashMap<>(others);
        all.putAll(colours);
        return WRITTEN.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(pairs -> pairs.getValue().stream()
                        .filter(ground -> contrast(colour(all, pairs.getKey()), colour(all, ground)) < LEAST)
                        .map(ground -> "--" + pairs.getKey() + " on --" + ground))
                .findFirst();
    }

    private static String colour(Map<String, String> colours, String name) {
        return Optional.ofNullable(colours.get(name)).orElseThrow();
    }

    /** The contrast of two colours of the form {@code #rrggbb}, 1 to 21. */
    static double contrast(String one, String other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        return 0.2126 * channel(rgb >> 16) + 0.7152 * channel(rgb >> 8) + 0.0722 * channel(rgb);
    }

    private static double channel(int value) {
        double part = (value & 0xff) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
