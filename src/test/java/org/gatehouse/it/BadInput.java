package org.gatehouse.it;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A request that is good until it is changed, as the tables in {@code src/test/resources/bad-input} write it: their lines say what is changed, what comes of
 * it, and which tables may keep a row of it. Changes are separated by semicolons: a method, or a method and a path; {@code -name} without a parameter;
 * {@code name=value} with another value; {@code name twice} the same value two times, {@code name twice=value} another one; {@code Name: value} a header,
 * none if there is no value; {@code raw=text} in place of all parameters. Names in braces stand for values.
 */
final class BadInput {
    private static final Pattern METHOD = Pattern.compile("(GET|POST|PUT|PATCH|DELETE)( /.*)?");
    private static final Pattern HEADER = Pattern.compile("([A-Za-z][A-Za-z-]+):(.*)");
    private static final Pattern TWICE = Pattern.compile("([a-z_]+) twice(=(.*))?");
    private static final Pattern PARAMETER = Pattern.compile("([a-z_]+)=(.*)");
    private static final Pattern BRACES = Pattern.compile("\\{([a-z0-9-]+)\\}");

    private final Map<String, List<String>> parameters = new TreeMap<>();
    private final Map<String, String> headers = new TreeMap<>();
    private String method;
    private String path;
    private @Nullable String raw;

    BadInput(String method, String path) {
        this.method = method;
        this.path = path;
        if (!method.equals("GET")) headers.put("Content-Type", "application/x-www-form-urlencoded");
    }

    BadInput header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    BadInput with(String name, String value) {
        parameters.put(name, new ArrayList<>(List.of(value)));
        return this;
    }

    /** With this body in place of parameters. */
    BadInput raw(String body) {
        raw = body;
        return this;
    }

    /** Makes all changes of a line, and puts the values in. */
    BadInput change(String changes, UnaryOperator<String> values) {
        if (!changes.equals("(nothing)")) Stream.of(changes.split("; ", -1)).forEach(this::change);
        parameters.replaceAll(
                (name, list) -> list.stream().map(text -> filled(text, values)).toList());
        headers.replaceAll((name, text) -> filled(text, values));
        path = filled(path, values);
        if (raw != null) raw = filled(raw, values);
        return this;
    }

    private void change(String change) {
        Matcher method = METHOD.matcher(change);
        Matcher header = HEADER.matcher(change);
        Matcher twice = TWICE.matcher(change);
        Matcher parameter = PARAMETER.matcher(change);
        if (method.matches()) {
            if (method.group(2) != null) path = method.group(2).strip();
            method(method.group(1));
        } else if (change.startsWith("-")) {
            parameters.remove(change.substring(1));
        } else if (change.startsWith("raw=")) {
            raw = change.substring(4);
        } else if (header.matches()) {
            headers.put(header.group(1), header.group(2).strip());
        } else if (twice.matches()) {
            List<String> before = parameters.getOrDefault(twice.group(1), List.of());
            String value = twice.group(2) == null ? before.get(0) : twice.group(3);
            parameters.put(twice.group(1), List.of(value, value));
        } else if (parameter.matches()) {
            with(parameter.group(1), parameter.group(2));
        } else {
            throw new IllegalArgumentException("not a change: " + change);
        }
    }

    private void method(String changed) {
        if (method.equals("GET")) headers.putIfAbsent("Content-Type", "application/x-www-form-urlencoded");
        method = changed;
    }

    private static String filled(String text, UnaryOperator<String> values) {
        return BRACES.matcher(text).replaceAll(match -> Matcher.quoteReplacement(values.apply(match.group(1))));
    }

    /** The request, with the address made by this function of the path. */
    HttpRequest.Builder request(Function<String, HttpRequest.Builder> at) {
        String form = raw == null ? form() : raw;
        boolean query = method.equals("GET") && !form.isEmpty();
        HttpRequest.Builder request = at.apply(query ? path + "?" + form.replace(" ", "%20") : path);
        headers.forEach((name, value) -> {
            if (!value.isEmpty()) request.header(name, value);
        });
        return request.method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(form));
    }

    /** What the request says of this parameter, if it says it once. */
    @Nullable
    String said(String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        return raw == null && values.size() == 1 ? values.get(0) : null;
    }

    private String form() {
        StringBuilder form = new StringBuilder();
        parameters.forEach((name, list) -> list.forEach(value -> form.append(form.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8))));
        return form.toString();
    }

    /** The lines of a table. */
    static List<Line> table(String name) {
        try (InputStream file = BadInput.class.getResourceAsStream("/bad-input/" + name + ".txt")) {
            List<String> lines = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            List<Line> table = new ArrayList<>();
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i);
                if (!line.isBlank() && !line.startsWith("#")) table.add(Line.of(name + ".txt:" + (i + 1), line));
            }
            return table;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A line of a table.
     *
     * @param place where it stands
     * @param changes what is changed
     * @param outcome what comes of it
     * @param leaves the tables of the database that may keep a row of it
     */
    record Line(String place, String changes, String outcome, Set<String> leaves) {
        private static Line of(String place, String text) {
            String[] cells = text.split(" +\\| ?", -1);
            Set<String> leaves = cells.length > 2 ? Set.of(cells[2].strip().split(" ", -1)) : Set.of();
            return new Line(place, cells[0], cells[1].strip(), leaves);
        }

        /** Whether the request is answered as it asks, and keeps what it makes. */
        boolean good() {
            return outcome.endsWith(" 200") || outcome.endsWith(" 201") || outcome.equals("back code");
        }

        @Override
        public String toString() {
            return place + ": " + changes + " -> " + outcome;
        }
    }
}
