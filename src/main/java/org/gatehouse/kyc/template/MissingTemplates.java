package org.gatehouse.kyc.template;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatehouse.client.Client;
import org.gatehouse.client.Reminding;
import org.gatehouse.client.SelfkeyProfile;

/** Reminds of templates that a client offers, and that are not there. */
@Dependent
class MissingTemplates implements Reminding {
    private final Templates templates;

    @Inject
    MissingTemplates(Templates templates) {
        this.templates = templates;
    }

    @Override
    public List<String> of(Client client) {
        List<Template> offered = templates.offered(client);
        Set<String> there = offered.stream().map(Template::id).collect(Collectors.toSet());
        Stream<String> named = client.selfkey().map(SelfkeyProfile::templates).stream()
                .flatMap(List::stream)
                .filter(id -> !there.contains(id))
                .map(id -> "it offers the template " + id + ", which does not exist or is withdrawn");
        Stream<String> ofMembers = offered.stream()
                .flatMap(template -> template.members().stream())
                .map(MemberTemplate::template)
                .distinct()
                .filter(id -> templates.find(id).isEmpty())
                .map(id -> "members of companies are to apply with the template " + id
                        + ", which does not exist or is withdrawn");
        return Stream.concat(named, ofMembers).toList();
    }
}
