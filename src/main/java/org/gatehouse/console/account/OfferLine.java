package org.gatehouse.console.account;

import java.util.List;

/** A client at which people apply (KYC), and for what. */
public final class OfferLine {
    private final String client;
    private final String name;
    private final List<String> templates;

    OfferLine(String client, String name, List<String> templates) {
        this.client = client;
        this.name = name;
        this.templates = List.copyOf(templates);
    }

    /** The {@code client_id}. */
    public String getClient() {
        return client;
    }

    /** The name of the client. */
    public String getName() {
        return name;
    }

    /** What people call the applications that can be made there. */
    public List<String> getTemplates() {
        return templates;
    }
}
