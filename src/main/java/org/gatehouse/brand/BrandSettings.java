package org.gatehouse.brand;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatehouse.config.Keys;
import org.gatehouse.config.Settings;

/**
 * What the folder of brands holds.
 *
 * @param own the brand of this deployment
 * @param clients the brands of clients by their id, each with what it lacks from {@code own}
 * @param translations further languages
 */
record BrandSettings(Brand own, Map<String, Brand> clients, Translations translations) implements Settings {
    static final String KEY = "gatehouse.branding.directory";

    static BrandSettings read(Keys keys) {
        Optional<Path> directory = keys.directory(KEY);
        if (directory.isEmpty()) return new BrandSettings(Brand.NONE, Map.of(), Translations.NONE);
        BrandFolder folder = new BrandFolder(directory.get(), true);
        Brand own = folder.brand();
        Map<String, Brand> clients = folder.folders("clients").entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, client -> new BrandFolder(client.getValue(), false)
                        .brand()
                        .over(own)));
        return new BrandSettings(own, clients, Translations.read(folder.files("messages")));
    }

    /** The brand of pages for this client, or for none. */
    Brand of(Optional<String> client) {
        return client.map(id -> clients.getOrDefault(id, own)).orElse(own);
    }

    /** The files that pages refer to, by name. */
    Map<String, Asset> assets() {
        return Stream.concat(Stream.of(own), clients.values().stream())
                .flatMap(Brand::assets)
                .collect(Collectors.toMap(Asset::name, Function.identity(), (one, same) -> one));
    }
}
