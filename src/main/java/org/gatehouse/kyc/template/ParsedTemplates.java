package org.gatehouse.kyc.template;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.function.Supplier;

/** Templates as this node has read them: as versions never change, they never go stale. */
final class ParsedTemplates {
    private static final int MOST = 500;

    private final Cache<Version, Template> kept =
            Caffeine.newBuilder().maximumSize(MOST).build();

    /** @param read finds it where it was not read before */
    Optional<Template> find(String id, int version, Supplier<Optional<Template>> read) {
        return Optional.ofNullable(
                kept.get(new Version(id, version), key -> read.get().orElse(null)));
    }

    private record Version(String id, int version) {}
}
