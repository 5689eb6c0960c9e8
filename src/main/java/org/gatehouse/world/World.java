package org.gatehouse.world;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gatehouse.kyc.application.ApplicationStatus;
import org.gatehouse.people.People;
import org.gatehouse.wallet.AccountId;
import org.gatehouse.wallet.Address;

/** Makes the world up. */
@Dependent
class World {
    private static final Logger LOG = System.getLogger(World.class.getName());
    private static final int PEOPLE = 2_000;
    private static final int SIGN_INS = 50_000;
    private static final int APPLICATIONS = 600;
    private static final int SELFKEY_PERCENT = 30;
    private static final int COMPANY_PERCENT = 10;
    private static final int GIVE_UP_PERCENT = 4;
    private static final Duration AGE = Duration.ofDays(60);
    private static final Duration KYC_AGE = Duration.ofDays(30);
    /** How long ago the last of the applications were made. */
    private static final Duration UNTIL = Duration.ofHours(1);

    private final Comings comings;
    private final People people;
    private final History history;
    private final Applicants applicants;
    private final Reviewers reviewers;
    private final Chance chance;
    private final Clock clock;

    @Inject
    World(
            Comings comings,
            People people,
            History history,
            Applicants applicants,
            Reviewers reviewers,
            Chance chance,
            Clock clock) {
        this.comings = comings;
        this.people = people;
        this.history = history;
        this.applicants = applicants;
        this.reviewers = reviewers;
        this.chance = chance;
        this.clock = clock;
    }

    /** Fills the database, which has to be empty. */
    void make() {
        Instant now = clock.instant();
        Map<Staff, String> staff =
                Arrays.stream(Staff.values()).collect(Collectors.toMap(one -> one, one -> hire(one, now.minus(AGE))));
        List<Resident> residents = new ArrayList<>();
        for (int i = 0; i < PEOPLE - staff.size(); i++) residents.add(settle(now));
        LOG.log(Level.INFO, "{0} people", PEOPLE);
        history.tell(residents, SIGN_INS - PEOPLE, now);
        LOG.log(Level.INFO, "{0} sign-ins", SIGN_INS);
        if (applicants.possible()) apply(residents, staff, now);
    }

    private String hire(Staff one, Instant at) {
        String account = comings.signIn(one.wallet(), at);
        one.roles().forEach(role -> people.giveRole(account, role));
        return account;
    }

    private Resident settle(Instant now) {
        Address address = Address.parse("0x" + HexFormat.of().formatHex(chance.bytes(20)));
        AccountId wallet = chance.percent(SELFKEY_PERCENT) ? AccountId.ethereum(address) : AccountId.idena(address);
        Instant since = chance.growing(now.minus(AGE), AGE.minusMinutes(5));
        Names.Town town = chance.of(Names.TOWNS);
        String account = comings.signIn(wallet, since);
        return new Resident(
                chance.of(Names.FIRST), chance.of(Names.LAST), town.name(), town.country(), wallet, account, since);
    }

    private void apply(List<Resident> residents, Map<Staff, String> staff, Instant now) {
        applicants.draw();
        List<String> desk = List.of(staff.get(Staff.REVIEWER), staff.get(Staff.SECOND), staff.get(Staff.LEAD));
        for (int i = 0; i < APPLICATIONS; i++) {
            Resident somebody = residents.get(i * (residents.size() / APPLICATIONS));
            Instant begin = now.minus(KYC_AGE).isAfter(somebody.since()) ? now.minus(KYC_AGE) : somebody.since();
            Duration span = Duration.between(begin, now.minus(UNTIL));
            Instant at = span.isNegative() ? somebody.since() : chance.growing(begin, span);
            applicants.apply(somebody, chance.percent(COMPANY_PERCENT), at).ifPresent(made -> {
                if (chance.percent(GIVE_UP_PERCENT))
                    applicants.cancel(
                            somebody, made, ApplicationStatus.CANCELED.code(), at.plus(Duration.ofMinutes(30)));
                else reviewers.goOn(made, desk, now);
            });
        }
        LOG.log(Level.INFO, "{0} applications", APPLICATIONS);
    }
}
