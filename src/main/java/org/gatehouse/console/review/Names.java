package org.gatehouse.console.review;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.gatehouse.client.Client;
import org.gatehouse.client.Clients;
import org.gatehouse.kyc.template.Template;
import org.gatehouse.kyc.template.Templates;

/** What clients and templates are called; nodes remember both. */
@Dependent
class Names {
    private final Clients clients;
    private final Templates templates;

    @Inject
    Names(Clients clients, Templates templates) {
        this.clients = clients;
        this.templates = templates;
    }

    String client(String id) {
        return clients.registered(id).map(Client::name).orElse(id);
    }

    String template(String id, int version) {
        return templates.find(id, version).map(Template::name).orElse(id);
    }
}
