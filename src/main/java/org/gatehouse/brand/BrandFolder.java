package org.gatehouse.brand;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatehouse.config.WrongSetting;
import org.gatehouse.http.Json;

/** A folder with a brand. Whatever is there is checked; names that begin with a dot are passed over. */
final class BrandFolder {
    private static final int MAX_BYTES = 262_144;
    private static final int MAX_NAME = 60;
    private static final Set<String> FILES =
            Set.of("brand.json", "brand.css", "logo.svg", "logo.png", "logo-dark.svg", "logo-dark.png");
    private static final Set<String> FOLDERS = Set.of("clients", "messages");

    private final Path folder;

    /**
     * Looks into a folder.
     *
     * @param top whether it may hold folders of clients and of messages
     */
    BrandFolder(Path folder, boolean top) {
        this.folder = folder;
        for (Path path : list(folder).values()) {
            String name = name(path);
            if (Files.isDirectory(path) ? !(top && FOLDERS.contains(name)) : !FILES.contains(name))
                throw wrong(path, "is nothing that a brand has");
        }
    }

    /** The folders below the one of this name, by their names. */
    Map<String, Path> folders(String name) {
        return below(name, Files::isDirectory, "is no folder of a client");
    }

    /** The texts of files in the folder of this name, by their names. */
    Map<String, String> files(String name) {
        Map<String, String> texts = new TreeMap<>();
        below(name, Files::isRegularFile, "is no file").forEach((file, path) -> texts.put(file, text(path)));
        return texts;
    }

    Brand brand() {
        Optional<JsonObject> said = bytes("brand.json")
                .map(bytes -> Json.parse(bytes).orElseThrow(() -> wrong("brand.json", "is not a JSON object")));
        Optional<Asset> sheet = bytes("brand.css").map(this::sheet);
        said.ifPresent(json -> {
            if (!Set.of("name", "links").containsAll(json.keySet()))
                throw wrong("brand.json", "may say name and links alone");
        });
        return new Brand(
                picture("logo"),
                picture("logo-dark"),
                sheet,
                said.flatMap(this::name),
                said.map(this::links).orElse(Map.of()));
    }

    private Optional<Wording> name(JsonObject json) {
        return Optional.ofNullable(json.get("name")).map(value -> Wording.of(value)
                .filter(name -> name.byLanguage().values().stream().allMatch(text -> text.length() <= MAX_NAME))
                .orElseThrow(() -> wrong(
                        "brand.json",
                        "needs as name a text of " + MAX_NAME + " characters at most, or one for each language")));
    }

    private Map<LinkKind, Wording> links(JsonObject json) {
        JsonValue value = json.getOrDefault("links", JsonValue.EMPTY_JSON_OBJECT);
        if (!(value instanceof JsonObject members)) throw wrong("brand.json", "needs an object as links");
        Map<LinkKind, Wording> links = new TreeMap<>();
        members.forEach((name, address) -> links.put(
                LinkKind.named(name)
                        .orElseThrow(
                                () -> wrong("brand.json", "knows as links imprint, privacy, terms and support alone")),
                Wording.of(address)
                        .filter(urls -> urls.byLanguage().values().stream().allMatch(BrandFolder::leads))
                        .orElseThrow(() -> wrong("brand.json", "needs https or mailto addresses as links"))));
        return links;
    }

    private static boolean leads(String url) {
        return url.matches("(https://[A-Za-z0-9.-]+(:\\d+)?(/[^\\s\"<>]*)?|mailto:[^\\s\"<>?]+@[^\\s\"<>?]+)");
    }

    private Asset sheet(byte[] bytes) {
        try {
            String css = Sheet.rewritten(new String(bytes, StandardCharsets.UTF_8));
            return Asset.of("css", "text/css;charset=UTF-8", css.getBytes(StandardCharsets.UTF_8));
        } catch (Sheet.Wrong e) {
            throw wrong("brand.css", String.valueOf(e.getMessage()));
        }
    }

    private Optional<Asset> picture(String name) {
        return Stream.of("svg", "png")
                .flatMap(extension -> bytes(name + "." + extension)
                        .map(bytes -> Picture.of(extension, bytes)
                                .orElseThrow(() -> wrong(
                                        name + "." + extension, "is no picture of this kind, or one with scripts")))
                        .stream())
                .findFirst();
    }

    private Optional<byte[]> bytes(String name) {
        Path path = folder.resolve(name);
        return Files.exists(path) ? Optional.of(read(path)) : Optional.empty();
    }

    private static String text(Path path) {
        return new String(read(path), StandardCharsets.UTF_8);
    }

    private static byte[] read(Path path) {
        try {
            if (Files.size(path) > MAX_BYTES) throw wrong(path, "is larger than " + MAX_BYTES + " bytes");
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw wrong(path, "cannot be read");
        }
    }

    private Map<String, Path> below(String name, Predicate<Path> right, String otherwise) {
        Path path = folder.resolve(name);
        if (!Files.isDirectory(path)) return Map.of();
        Map<String, Path> found = list(path);
        found.values().stream().filter(right.negate()).findFirst().ifPresent(other -> {
            throw wrong(other, otherwise);
        });
        return found;
    }

    private static Map<String, Path> list(Path folder) {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(path -> !name(path).startsWith("."))
                    .collect(Collectors.toMap(BrandFolder::name, path -> path, (one, other) -> one, TreeMap::new));
        } catch (IOException e) {
            throw wrong(folder, "cannot be read");
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    private WrongSetting wrong(String file, String sentence) {
        return wrong(folder.resolve(file), sentence);
    }

    private static WrongSetting wrong(Path path, String sentence) {
        return new WrongSetting(BrandSettings.KEY, path + " " + sentence);
    }
}
