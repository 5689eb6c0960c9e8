package org.gatehouse.kyc.template;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.client.Client;
import org.gatehouse.client.SelfkeyProfile;

/** The templates that there are. */
@Dependent
public class Templates {
    private final TemplateStore stored;
    private final ParsedTemplates parsed;

    @Inject
    Templates(TemplateStore stored, ParsedTemplates parsed) {
        this.stored = stored;
        this.parsed = parsed;
    }

    /** The newest version of this template; empty where there is none, or it is withdrawn. */
    public Optional<Template> find(String id) {
        // What cannot be an id is not asked for: PostgreSQL does not take every text.
        return SelfkeyProfile.isTemplateId(id) ? find(List.of(id)).stream().findFirst() : Optional.empty();
    }

    /** A version of this template, withdrawn or not. */
    public Optional<Template> find(String id, int version) {
        if (!SelfkeyProfile.isTemplateId(id)) return Optional.empty();
        return parsed.find(id, version, () -> stored.find(id, version).flatMap(StoredTemplate::template));
    }

    /** The templates that people apply with at this client, in the order of its entry. */
    public List<Template> offered(Client client) {
        return client.selfkey().map(SelfkeyProfile::templates).map(this::find).orElseGet(List::of);
    }

    /** The template of this id, if people apply with it at this client, by themselves or as members of a company that does. */
    public Optional<Template> find(Client client, String id) {
        Set<String> seen = new HashSet<>();
        List<Template> level = offered(client);
        while (!level.isEmpty()) {
            Optional<Template> found =
                    level.stream().filter(each -> each.id().equals(id)).findFirst();
            if (found.isPresent()) return found;
            level.forEach(each -> seen.add(each.id()));
            level = find(level.stream()
                    .flatMap(each -> each.members().stream())
                    .map(MemberTemplate::template)
                    .filter(member -> !seen.contains(member))
                    .distinct()
                    .toList());
        }
        return Optional.empty();
    }

    private List<Template> find(List<String> ids) {
        Map<String, Integer> versions = stored.current(ids);
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(versions.get(id)).flatMap(version -> find(id, version)).stream())
                .toList();
    }
}
