package org.gatehouse.kyc.template;

import jakarta.json.JsonObject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Optional;
import org.gatehouse.http.WrongMember;

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
record StoredTemplate(
        String id,
        int version,
        JsonObject content,
        boolean fromFile,
        Instant createdAt,
        Optional<Instant> withdrawnAt) {
    private static final Logger LOG = System.getLogger(StoredTemplate.class.getName());

    /** The template. One that this version of Gatehouse cannot read is none: a later one wrote it, or someone who changed the row. */
    Optional<Template> template() {
        try {
            return Optional.of(TemplateReader.read(content, version));
        } catch (WrongMember e) {
            LOG.log(Level.ERROR, "template {0}, version {1} cannot be read: {2}", id, version, e.sentence());
            return Optional.empty();
        }
    }
}
