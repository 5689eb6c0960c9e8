package org.gatehouse.console.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gatehouse.account.AccountDirectory;
import org.gatehouse.audit.Trail;
import org.gatehouse.client.ClientCount;
import org.gatehouse.console.Asked;
import org.gatehouse.console.Texts;
import org.gatehouse.kyc.application.ApplicationFigures;
import org.gatehouse.session.Sessions;
import org.gatehouse.token.KeyPlans;
import org.jspecify.annotations.Nullable;

/** The overview: what happened lately, how many there are of what, and whether all goes well. */
@Named("overview")
@RequestScoped
public class OverviewPage {
    private static final String BUNDLE = "adm";
    private static final int DAY = 24;
    private static final int WEEK = 168;
    /** In days; what is older than the last is one more. */
    private static final int[] AGES = {1, 3, 7, 30};

    @Inject
    AccountDirectory directory;

    @Inject
    Sessions sessions;

    @Inject
    ClientCount clients;

    @Inject
    ApplicationFigures applications;

    @Inject
    Trail trail;

    @Inject
    KeyPlans keys;

    @Inject
    Clock clock;

    private @Nullable SignIns signIns;
    private @Nullable Chart byHour;
    private @Nullable Chart byReason;
    private @Nullable Chart byState;
    private @Nullable Chart byAge;

    /** Whether the week is shown, and not the day. */
    public boolean isWeek() {
        return Asked.of("hours").filter(Integer.toString(WEEK)::equals).isPresent();
    }

    private SignIns signIns() {
        SignIns known = signIns;
        if (known == null) {
            known = SignIns.of(trail, clock.instant(), isWeek() ? WEEK : DAY);
            signIns = known;
        }
        return known;
    }

    /** How many sign-ins there were. */
    public long getDone() {
        return signIns().done();
    }

    /** How many were refused. */
    public long getRefused() {
        return signIns().refused();
    }

    /** How many people there are. */
    public long getPeople() {
        return directory.count(AccountDirectory.Filter.all());
    }

    /** How many sessions are live. */
    public long getSessions() {
        return sessions.countLive();
    }

    /** How many clients are registered. */
    public long getClients() {
        return clients.all();
    }

    /** How many applications of KYC are open. */
    public long getOpen() {
        return getByAge().series().get(0).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Sign-ins by hour, wallet and outcome. */
    public Chart getByHour() {
        Chart known = byHour;
        if (known == null) byHour = known = signIns().byHour(Texts.of(BUNDLE));
        return known;
    }

    /** Refusals by their reason. */
    public Chart getByReason() {
        Chart known = byReason;
        if (known == null) byReason = known = signIns().byReason(Texts.of(BUNDLE));
        return known;
    }

    /** People by what Idena said last of them. */
    public Chart getByState() {
        Chart known = byState;
        if (known == null) byState = known = states();
        return known;
    }

    private Chart states() {
        Texts texts = Texts.of(BUNDLE);
        Map<String, Long> counts = directory.countByState();
        List<String> names = new ArrayList<>(counts.keySet());
        return new Chart(
                names.stream()
                        .map(name -> texts.getOr("people.state." + name, name))
                        .toList(),
                List.of(new Chart.Series(
                        texts.get("overview.people"),
                        1,
                        names.stream()
                                .map(name -> counts.getOrDefault(name, 0L))
                                .toList())),
                true);
    }

    /** Open applications of KYC by their age. */
    public Chart getByAge() {
        Chart known = byAge;
        if (known == null) byAge = known = ages();
        return known;
    }

    private Chart ages() {
        Texts texts = Texts.of(BUNDLE);
        Instant now = clock.instant();
        List<String> labels = new ArrayList<>();
        List<Long> counts = new ArrayList<>();
        Instant before = now.plus(Duration.ofDays(1));
        for (int days : AGES) {
            Instant from = now.minus(Duration.ofDays(days));
            labels.add(texts.get("overview.age." + days));
            counts.add(applications.open(from, before));
            before = from;
        }
        labels.add(texts.get("overview.age.older"));
        counts.add(applications.open(Instant.EPOCH, before));
        return new Chart(labels, List.of(new Chart.Series(texts.get("overview.open"), 1, counts)), false);
    }

    /** The keys that sign. */
    public List<KeyLine> getKeys() {
        return keys.all().stream()
                .filter(key -> key.state().equals("active"))
                .map(KeyLine::of)
                .toList();
    }
}
