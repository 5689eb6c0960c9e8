package org.gatehouse.config;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;

/** The configuration of this node, without its secrets: of a key that {@link Showable} does not name nothing is shown but whether it is set. */
@Dependent
public class EffectiveConfiguration {
    private final Config config;

    @Inject
    EffectiveConfiguration(Config config) {
        this.config = config;
    }

    /** Every key that Gatehouse knows, in the order of the delivered file. */
    public List<EffectiveSetting> settings() {
        return DeliveredKeys.read().stream().map(this::setting).toList();
    }

    private EffectiveSetting setting(DeliveredKeys.Delivered delivered) {
        ConfigValue value = config.getConfigValue(delivered.key());
        Optional<String> text =
                Optional.ofNullable(value.getValue()).map(String::strip).filter(given -> !given.isEmpty());
        boolean changed = !text.orElse("").equals(delivered.value());
        return new EffectiveSetting(
                delivered.key(),
                delivered.help(),
                text.isPresent(),
                text.flatMap(given -> Showable.of(delivered.key(), given)),
                Optional.ofNullable(value.getSourceName()).filter(source -> changed || !delivered(source)));
    }

    /** WildFly names the file, Payara does not. */
    private static boolean delivered(String source) {
        return source.contains(DeliveredKeys.FILE) || source.equals("Properties");
    }
}
