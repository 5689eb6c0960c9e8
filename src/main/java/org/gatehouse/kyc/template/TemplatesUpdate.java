package org.gatehouse.kyc.template;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;

/**
 * Brings the stored templates up to a file. A file that is as it was when it was applied last changes nothing: what administrators changed since, and
 * withdrew, holds until the file changes.
 */
@Dependent
@Transactional
class TemplatesUpdate {
    private static final Logger LOG = System.getLogger(TemplatesUpdate.class.getName());

    private final TemplateStore stored;

    @Inject
    TemplatesUpdate(TemplateStore stored) {
        this.stored = stored;
    }

    /**
     * Applies one file.
     *
     * @throws jakarta.persistence.PersistenceException if another node did so in this moment; a second call then succeeds
     */
    public void apply(String id, JsonObject content) {
        List<StoredTemplate> versions = stored.versions(id);
        Optional<StoredTemplate> newest = versions.stream().findFirst();
        if (newest.filter(version -> version.content().equals(content)).isPresent()) {
            same(newest.get());
        } else if (versions.stream()
                .filter(StoredTemplate::fromFile)
                .findFirst()
                .filter(version -> version.content().equals(content))
                .isPresent()) {
            LOG.log(Level.INFO, "template {0} was changed through the API after its file: the API''s stays", id);
        } else {
            int version = newest.map(StoredTemplate::version).orElse(0) + 1;
            stored.add(id, version, content, true, null);
            LOG.log(Level.INFO, "template {0}, version {1} comes from its file", id, version);
        }
    }

    private void same(StoredTemplate newest) {
        if (!newest.fromFile()) stored.markFromFile(newest);
        if (newest.withdrawnAt().isPresent())
            LOG.log(Level.WARNING, "template {0} was withdrawn through the API, and its file is there", newest.id());
    }
}
