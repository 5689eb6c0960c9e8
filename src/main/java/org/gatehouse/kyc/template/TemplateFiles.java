package org.gatehouse.kyc.template;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gatehouse.config.Keys;
import org.gatehouse.config.Settings;
import org.gatehouse.config.WrongSetting;
import org.gatehouse.http.Json;
import org.gatehouse.http.WrongMember;

/**
 * The directory of templates, as it stands at the start; {@code docs/kyc.md} describes the files. A wrong one is named with its member.
 *
 * @param templates what stands in the files, by the template's id
 */
record TemplateFiles(Map<String, JsonObject> templates) implements Settings {
    private static final String KEY = "gatehouse.kyc.templates";

    static TemplateFiles read(Keys keys) {
        return new TemplateFiles(keys.directory(KEY).map(TemplateFiles::read).orElseGet(Map::of));
    }

    private static Map<String, JsonObject> read(Path directory) {
        Map<String, JsonObject> templates = new LinkedHashMap<>();
        for (Path file : files(directory)) {
            JsonObject content = content(file);
            try {
                String id = TemplateReader.read(content, 1).id();
                if (templates.put(id, content) != null) throw new WrongMember("id", "is that of another file");
            } catch (WrongMember e) {
                throw wrong(file, e.sentence());
            }
        }
        return templates;
    }

    /** In one order on every node. */
    private static List<Path> files(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(TemplateFiles::isTemplate).sorted().toList();
        } catch (IOException e) {
            throw wrong(directory, "cannot be read");
        }
    }

    private static boolean isTemplate(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".json") && !name.startsWith(".") && !Files.isDirectory(file);
    }

    private static JsonObject content(Path file) {
        try {
            if (Files.size(file) > TemplateReader.LONGEST)
                throw wrong(file, "is larger than " + TemplateReader.LONGEST + " bytes");
            return Json.parse(Files.readAllBytes(file)).orElseThrow(() -> wrong(file, "is not a JSON object"));
        } catch (IOException e) {
            throw wrong(file, "cannot be read");
        }
    }

    private static WrongSetting wrong(Path file, String sentence) {
        return new WrongSetting(KEY, file + ": " + sentence);
    }
}
