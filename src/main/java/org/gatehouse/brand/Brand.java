package org.gatehouse.brand;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How a site looks and whose it is. What is not there is as Gatehouse has it.
 *
 * @param logo the picture beside the name
 * @param darkLogo the same where people want dark colours
 * @param sheet a style sheet with the colours
 * @param name what the site is called
 * @param links legal links by their kind
 */
record Brand(
        Optional<Asset> logo,
        Optional<Asset> darkLogo,
        Optional<Asset> sheet,
        Optional<Wording> name,
        Map<LinkKind, Wording> links) {
    /** Gatehouse's own. */
    static final Brand NONE =
            new Brand(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Map.of());

    /** This brand, with what it lacks taken from another. A logo for dark colours belongs to the logo beside it. */
    Brand over(Brand other) {
        Map<LinkKind, Wording> all = new TreeMap<>(other.links);
        all.putAll(links);
        return new Brand(
                logo.or(() -> other.logo),
                logo.isPresent() ? darkLogo : other.darkLogo,
                sheet.or(() -> other.sheet),
                name.or(() -> other.name),
                all);
    }

    /** The files that pages refer to. */
    Stream<Asset> assets() {
        return Stream.of(logo, darkLogo, sheet).flatMap(Optional::stream);
    }
}
