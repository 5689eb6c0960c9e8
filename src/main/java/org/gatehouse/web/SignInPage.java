package org.gatehouse.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.http.Moments;
import org.gatehouse.http.PublicUrl;
import org.gatehouse.oidc.Waiting;
import org.gatehouse.session.Attempt;
import org.gatehouse.session.Offer;
import org.gatehouse.session.WalletOption;
import org.jspecify.annotations.Nullable;

/** What the sign-in page shows of an open attempt. */
@Named("signIn")
@RequestScoped
public class SignInPage {
    private static final int SHOWN_OF_TOKEN = 8;
    /** The person wanted to continue before the wallet had confirmed; a login with SelfKey did not work. */
    private static final Set<String> NOTES = Set.of("not-yet", "selfkey");

    @Inject
    @Any
    Instance<WalletOption> options;

    @Inject
    PublicUrl publicUrl;

    @Inject
    WebSettings settings;

    @Inject
    Clock clock;

    private @Nullable Attempt attempt;
    private final List<WalletLinks> links = new ArrayList<>();
    private final List<WalletInPage> inPage = new ArrayList<>();
    private Optional<Waiting> waiting = Optional.empty();
    private String note = "";

    /**
     * @param waiting the application's request that the attempt leads to, if it leads to one
     * @param signedIn whether the browser is signed in already
     * @param wanted what the address says that the person is to be told, or null; nothing unless it is known
     */
    void show(Attempt attempt, Optional<Waiting> waiting, boolean signedIn, @Nullable String wanted) {
        this.attempt = attempt;
        this.waiting = waiting;
        note = Optional.ofNullable(wanted).filter(NOTES::contains).orElse("");
        Optional<String> newcomersClient = waiting.filter(request -> !signedIn)
                .map(request -> request.client().id());
        Set<String> taken = waiting.map(Waiting::wallets).orElse(Set.of());
        options.stream()
                .filter(option -> settings.wallets().contains(option.name()))
                .filter(option -> taken.isEmpty() || taken.contains(option.kind()))
                .sorted(Comparator.comparing(WalletOption::name))
                .forEach(option -> show(option.name(), option.offer(attempt, newcomersClient)));
    }

    private void show(String name, Offer offer) {
        if (offer instanceof Offer.Links opened) links.add(new WalletLinks(name, opened, publicUrl));
        else if (offer instanceof Offer.InPage shown) inPage.add(new WalletInPage(name, shown));
    }

    /** The attempt's public id. */
    public String getAttempt() {
        return attempt().id();
    }

    /** The first characters of the token, to compare with what the wallet shows. */
    public String getTokenStart() {
        return attempt().token().text().substring(0, SHOWN_OF_TOKEN);
    }

    /** Until when the wallet can confirm. */
    public Instant getExpiresAt() {
        return attempt().expiresAt();
    }

    /** For how many seconds the wallet can still confirm. */
    public long getSecondsLeft() {
        return Math.max(
                0, Duration.between(clock.instant(), attempt().expiresAt()).toSeconds());
    }

    /** Until when the wallet can confirm, for people without JavaScript: the time of day in UTC. */
    public String getExpiresAtText() {
        return Moments.timeOfDay(attempt().expiresAt());
    }

    /** The name of the application that the person signs in to; empty where it is none but us. */
    public String getApplication() {
        return waiting.map(request -> request.client().name()).orElse("");
    }

    /** The address that the application expects; empty where it expects none. */
    public String getExpected() {
        return waiting.flatMap(Waiting::address).orElse("");
    }

    /** The wallets behind links. */
    public List<WalletLinks> getLinks() {
        return links;
    }

    /** The wallets that show themselves in the page. */
    public List<WalletInPage> getInPage() {
        return inPage;
    }

    /** Whether the practice wallet stands in for a browser's extension. */
    public boolean isPractice() {
        return settings.practice() && !inPage.isEmpty();
    }

    /** The page's content security policy: scripts and frames of the wallets that it shows, and of nobody else. */
    String policy() {
        if (inPage.isEmpty()) return Surface.PAGE.policy();
        List<String> scripts = inPage.stream()
                .map(WalletInPage::scripts)
                .flatMap(Optional::stream)
                .toList();
        return Surface.showingWallets(scripts, settings.practice());
    }

    /** The name of the resource bundles' sentence on what to do: {@code lead}, or another where the person is signed in already. */
    public String getLead() {
        return switch (attempt().purpose()) {
            case SIGN_IN, ARRIVE -> "lead";
            case CONFIRM -> "confirm";
            case LINK -> "link";
        };
    }

    /** Where "begin again" leads to. */
    public String getAgain() {
        return switch (attempt().purpose()) {
            case SIGN_IN, ARRIVE -> "signin/new";
            case LINK -> "signin/link";
            case CONFIRM -> ConfirmServlet.again(attempt().goOn()).substring(1);
        };
    }

    /** The name in resource bundles of the only wallet; empty where there is a choice. */
    public String getOnly() {
        if (links.size() + inPage.size() != 1) return "";
        return links.isEmpty() ? inPage.get(0).getName() : links.get(0).getWebName();
    }

    /** The name in resource bundles of what just happened: {@code not-yet}, {@code selfkey}, or empty. */
    public String getNote() {
        return note;
    }

    /** The slug of the sentence on why the wallet's last try failed; empty where none did. */
    public String getRefusal() {
        return attempt().refusal().map(Refusals::known).orElse("");
    }

    /** All slugs that have a sentence, which the page's script chooses from. */
    public List<String> getRefusals() {
        return Refusals.all();
    }

    private Attempt attempt() {
        return Optional.ofNullable(attempt).orElseThrow();
    }
}
