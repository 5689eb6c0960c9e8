package org.gatehouse.session;

import java.util.List;
import java.util.Optional;

/**
 * What a browser says that it is, in words that its person recognises. It may say what it likes: this helps people to tell their sessions apart, and decides nothing.
 *
 * <p>Few rules, and ours: the libraries that know every device bring megabytes of patterns, of which a list of sessions needs names alone.
 *
 * @param browser its name; empty where no rule knows it
 * @param system the name of the operating system; empty where no rule knows it
 * @param handheld whether it is a telephone or a tablet
 */
public record Device(Optional<String> browser, Optional<String> system, boolean handheld) {
    /** The first that is found counts: nearly every browser says that it is several others, and those come later. */
    private static final List<Rule> BROWSERS = List.of(
            new Rule("Edg", "Edge"),
            new Rule("OPR/", "Opera"),
            new Rule("OPT/", "Opera"),
            new Rule("Opera", "Opera"),
            new Rule("Vivaldi/", "Vivaldi"),
            new Rule("SamsungBrowser/", "Samsung Internet"),
            new Rule("YaBrowser/", "Yandex"),
            new Rule("DuckDuckGo/", "DuckDuckGo"),
            new Rule("Ddg/", "DuckDuckGo"),
            new Rule("Firefox/", "Firefox"),
            new Rule("FxiOS/", "Firefox"),
            new Rule("CriOS/", "Chrome"),
            new Rule("Chrome/", "Chrome"),
            new Rule("Chromium/", "Chrome"),
            new Rule("Safari/", "Safari"));

    private static final List<Rule> SYSTEMS = List.of(
            new Rule("Windows", "Windows"),
            new Rule("iPhone", "iOS"),
            new Rule("iPod", "iOS"),
            new Rule("iPad", "iPadOS"),
            new Rule("Android", "Android"),
            new Rule("CrOS", "ChromeOS"),
            new Rule("Macintosh", "macOS"),
            new Rule("Mac OS X", "macOS"),
            new Rule("FreeBSD", "FreeBSD"),
            new Rule("OpenBSD", "OpenBSD"),
            new Rule("Linux", "Linux"));

    /** Reads the header {@code User-Agent} (RFC 9110 section 10.1.5); anything may stand in it. */
    public static Device of(String userAgent) {
        Optional<String> system = first(SYSTEMS, userAgent);
        boolean handheld = system.filter(name -> name.equals("iOS") || name.equals("iPadOS") || name.equals("Android"))
                .isPresent();
        return new Device(first(BROWSERS, userAgent), system, handheld);
    }

    private static Optional<String> first(List<Rule> rules, String userAgent) {
        return rules.stream()
                .filter(rule -> userAgent.contains(rule.mark()))
                .map(Rule::name)
                .findFirst();
    }

    /** Whoever writes this mark has that name. */
    private record Rule(String mark, String name) {}
}
