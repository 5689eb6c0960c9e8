package org.gatehouse.console.trail;

import java.util.List;
import java.util.stream.Stream;
import org.gatehouse.audit.TrailEvent;
import org.gatehouse.console.When;
import org.jspecify.annotations.Nullable;

/**
 * An event in the list. What it does not say is empty.
 *
 * @param key its id
 * @param number its place in the chain; a dash until it is chained
 */
public record EventLine(
        String key,
        String number,
        When at,
        String action,
        String outcome,
        boolean ok,
        String actor,
        String account,
        String client,
        String application,
        String network,
        String subject,
        String origin,
        String request,
        String detail,
        String hash) {
    private static final String ACCOUNT = "account:";
    private static final int SHOWN = 8;

    static EventLine of(TrailEvent event) {
        return new EventLine(
                event.id(),
                event.number() == null ? "–" : event.number().toString(),
                When.of(event.at()),
                event.action(),
                event.outcome(),
                event.ok(),
                or(event.actor()),
                or(event.account()),
                or(event.client()),
                or(event.application()),
                or(event.network()),
                or(event.subjectMac()),
                or(event.originMac()),
                or(event.requestId()),
                or(event.detail()),
                or(event.hash()));
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }

    /**
     * Something that it says.
     *
     * @param name the end of a key of the bundle
     */
    public record Detail(String name, String value) {}

    /** All that it says and that is not empty. */
    public List<Detail> details() {
        return Stream.of(
                        new Detail("actor", actor),
                        new Detail("account", account),
                        new Detail("client", client),
                        new Detail("application", application),
                        new Detail("network", network),
                        new Detail("subject", subject),
                        new Detail("origin", origin),
                        new Detail("request", request),
                        new Detail("detail", detail),
                        new Detail("hash", hash))
                .filter(detail -> !detail.value().isEmpty())
                .toList();
    }

    /** The begin of the account that it concerns. */
    public String shortAccount() {
        return begin(account);
    }

    /** The begin of the account that did it. */
    public String shortActor() {
        return begin(actorAccount());
    }

    private static String begin(String id) {
        return id.length() > SHOWN ? id.substring(0, SHOWN) + "…" : id;
    }

    /** The account that did it; empty where it was none. */
    public String actorAccount() {
        return actor.startsWith(ACCOUNT) ? actor.substring(ACCOUNT.length()) : "";
    }
}
