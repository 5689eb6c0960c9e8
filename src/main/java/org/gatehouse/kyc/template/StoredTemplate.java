package org.gatehouse.kyc.template;

import jakarta.json.JsonObject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Optional;
import org.gatehouse.http.WrongMember;
import org.jspecify.annotations.Nullable;

/**
 * A version of a template as it is stored.
 *
 * @param id the template's id
 * @param version counts from 1
 * @param content as it was written
 * @param fromFile whether the directory of templates has had this content
 * @param createdAt when it was stored
 * @param withdrawnAt of the newest version, since when nobody applies with it any more
 */
public record StoredTemplate(
        String id,
        int version,
        JsonObject content,
        boolean fromFile,
        Instant createdAt,
        Optional<Instant> withdrawnAt) {
    private static final Logger LOG = System.getLogger(StoredTemplate.class.getName());

    /** The template. One that this version of Gatehouse cannot read is none: a later one wrote it, or someone who changed the row. */
    public Optional<Template> template() {
        try {
            return Optional.of(TemplateReader.read(content, version));
        } catch (WrongMember e) {
            LOG.log(Level.ERROR, "template {0}, version {1} cannot be read: {2}", id, version, e.sentence());
            return Optional.empty();
        }
    }

    /** Tells what stands here now from what stood and will stand, withdrawn or not. */
    public String etag() {
        return "\"" + version + withdrawnAt.map(at -> "-" + at.toEpochMilli()).orElse("") + "\"";
    }

    /** Whether a caller's tags have this one (RFC 9110 section 13.1.1); null is any. A proxy that compresses makes a weak one of ours, which says no less. */
    boolean matches(@Nullable String match) {
        if (match == null || match.strip().equals("*")) return true;
        for (String tag : match.split(",", -1))
            if (tag.strip().replaceFirst("^W/", "").equals(etag())) return true;
        return false;
    }
}
