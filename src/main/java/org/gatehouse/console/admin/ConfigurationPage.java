package org.gatehouse.console.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.config.EffectiveConfiguration;
import org.gatehouse.config.EffectiveSetting;
import org.gatehouse.console.When;
import org.gatehouse.database.DatabaseFacts;
import org.jspecify.annotations.Nullable;

/** What this node is configured with, and what it runs on. */
@Named("configurationPage")
@RequestScoped
public class ConfigurationPage {
    @Inject
    EffectiveConfiguration configuration;

    @Inject
    DatabaseFacts database;

    @Inject
    Clock clock;

    private boolean asked;
    private DatabaseFacts.@Nullable Facts facts;

    /**
     * A key with its value.
     *
     * @param shown the value; empty where it is secret or not set
     * @param source where it comes from; empty where it is the default
     */
    public record Line(String key, String help, boolean set, boolean secret, String shown, String source) {
        static Line of(EffectiveSetting setting) {
            return new Line(
                    setting.key(),
                    setting.help(),
                    setting.set(),
                    setting.set() && setting.shown().isEmpty(),
                    setting.shown().orElse(""),
                    setting.source().orElse(""));
        }
    }

    /**
     * Keys that begin alike.
     *
     * @param name what they begin with, without {@code gatehouse.}
     */
    public record Part(String name, List<Line> lines) {}

    /** The keys, in the order of the delivered file, by what they begin with. */
    public List<Part> getParts() {
        Map<String, List<Line>> parts = new LinkedHashMap<>();
        configuration.settings().stream().map(Line::of).forEach(line -> parts.computeIfAbsent(
                        part(line.key()), none -> new ArrayList<>())
                .add(line));
        return parts.entrySet().stream()
                .map(part -> new Part(part.getKey(), part.getValue()))
                .toList();
    }

    /** The word after {@code gatehouse.}; keys of one word stand together. */
    private static String part(String key) {
        String[] words = key.split("\\.", 3);
        return words.length == 3 ? words[1] : "";
    }

    /** The version of Gatehouse. */
    public String getVersion() {
        return Optional.ofNullable(ConfigurationPage.class.getPackage().getImplementationVersion())
                .orElse("1.0.0-SNAPSHOT");
    }

    /** The server that it runs on. */
    public String getServer() {
        return ((ServletContext)
                        FacesContext.getCurrentInstance().getExternalContext().getContext())
                .getServerInfo();
    }

    /** The Java that it runs on. */
    public String getJava() {
        return System.getProperty("java.version") + " (" + System.getProperty("java.vm.vendor") + ")";
    }

    /** The operating system. */
    public String getSystem() {
        return System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                + System.getProperty("os.arch");
    }

    /** The database; null where it does not answer. */
    public DatabaseFacts.@Nullable Facts getDatabase() {
        if (!asked) facts = database.ask().orElse(null);
        asked = true;
        return facts;
    }

    /** What the clock of this node says. */
    public When getTime() {
        return When.of(clock.instant());
    }

    /** How far the database's clock is from this node's, in seconds; a dash where it is not known. */
    public String getDrift() {
        Instant now = clock.instant();
        DatabaseFacts.Facts known = getDatabase();
        if (known == null) return "–";
        return Double.toString(Math.round(Duration.between(now, known.time()).toMillis() / 100.0) / 10.0);
    }
}
