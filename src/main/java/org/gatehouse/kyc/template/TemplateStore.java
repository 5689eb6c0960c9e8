package org.gatehouse.kyc.template;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.audit.Audit;
import org.gatehouse.audit.AuditEvent;
import org.gatehouse.http.Json;
import org.jspecify.annotations.Nullable;

/** Templates as rows of the table {@code kyc_template}. Each change is audited; {@code by} is the account that made it, null for the files. */
@Dependent
@Transactional
public class TemplateStore {
    private static final String NEWEST = " t.version = (select max(n.version) from TemplateRow n where n.id = t.id)";

    private final EntityManager entities;
    private final Clock clock;
    private final Audit audit;

    @Inject
    TemplateStore(EntityManager entities, Clock clock, Audit audit) {
        this.entities = entities;
        this.clock = clock;
        this.audit = audit;
    }

    /** The newest version of each template, by id, from the first that comes after this text. */
    public List<StoredTemplate> after(String id, int limit) {
        return entities.createQuery(
                        "select t from TemplateRow t where t.id > :id and" + NEWEST + " order by t.id",
                        TemplateRow.class)
                .setParameter("id", id)
                .setMaxResults(limit)
                .getResultStream()
                .map(TemplateStore::view)
                .toList();
    }

    /** All versions of a template, the newest first. */
    public List<StoredTemplate> versions(String id) {
        return entities.createQuery(
                        "select t from TemplateRow t where t.id = :id order by t.version desc", TemplateRow.class)
                .setParameter("id", id)
                .getResultStream()
                .map(TemplateStore::view)
                .toList();
    }

    /** One version of a template, withdrawn or not. */
    public Optional<StoredTemplate> find(String id, int version) {
        return entities.createQuery(
                        "select t from TemplateRow t where t.id = :id and t.version = :version", TemplateRow.class)
                .setParameter("id", id)
                .setParameter("version", version)
                .getResultStream()
                .findFirst()
                .map(TemplateStore::view);
    }

    /** The newest versions of these templates, by id, without those that were withdrawn. */
    public Map<String, Integer> current(Collection<String> ids) {
        Map<String, Integer> versions = new HashMap<>();
        if (ids.isEmpty()) return versions;
        entities.createQuery(
                        "select t.id, t.version from TemplateRow t where t.id in :ids and t.withdrawnAt is null and"
                                + NEWEST,
                        Object[].class)
                .setParameter("ids", ids)
                .getResultStream()
                .forEach(row -> versions.put((String) row[0], (Integer) row[1]));
        return versions;
    }

    /**
     * Adds a version.
     *
     * @throws jakarta.persistence.PersistenceException if there is this version: another call was faster
     */
    public StoredTemplate add(String id, int version, JsonObject content, boolean fromFile, @Nullable String by) {
        TemplateRow row = new TemplateRow();
        row.id = id;
        row.version = version;
        row.content = content.toString();
        row.fromFile = fromFile;
        row.createdAt = clock.instant();
        entities.persist(row);
        entities.flush();
        record("template.change", by, id, version);
        return view(row);
    }

    /** Remembers that the directory of templates has had the content of this version. */
    public void markFromFile(StoredTemplate template) {
        change(template, "t.fromFile = true");
    }

    /** Lets people apply with a template again that was withdrawn. */
    public void restore(StoredTemplate template, String by) {
        change(template, "t.withdrawnAt = null");
        record("template.restore", by, template.id(), template.version());
    }

    /** Lets nobody apply with a template any more. Applications that were made with it go on. */
    public void withdraw(StoredTemplate template, String by) {
        entities.createQuery("update TemplateRow t set t.withdrawnAt = :now where t.id = :id and t.version = :version")
                .setParameter("now", clock.instant())
                .setParameter("id", template.id())
                .setParameter("version", template.version())
                .executeUpdate();
        record("template.withdraw", by, template.id(), template.version());
    }

    private void change(StoredTemplate template, String what) {
        entities.createQuery("update TemplateRow t set " + what + " where t.id = :id and t.version = :version")
                .setParameter("id", template.id())
                .setParameter("version", template.version())
                .executeUpdate();
    }

    private void record(String action, @Nullable String by, String id, int version) {
        audit.record(AuditEvent.of(action).byAccount(by).detail(id + ", version " + version));
    }

    private static StoredTemplate view(TemplateRow row) {
        return new StoredTemplate(
                row.id,
                row.version,
                Json.parse(row.content.getBytes(StandardCharsets.UTF_8))
                        .orElseThrow(() -> new IllegalStateException("a stored template is no JSON object")),
                row.fromFile,
                row.createdAt,
                Optional.ofNullable(row.withdrawnAt));
    }
}
