package org.gatehouse.world;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.attribute.AttributeTypes;
import org.gatehouse.attribute.SentAttribute;
import org.gatehouse.endpoint.Applicant;
import org.gatehouse.endpoint.RootEndpoint;
import org.gatehouse.endpoint.RootEndpoints;
import org.gatehouse.file.Files;
import org.gatehouse.file.Owner;
import org.gatehouse.file.Storing;
import org.gatehouse.http.Json;
import org.gatehouse.kyc.application.Application;
import org.gatehouse.kyc.application.Applied;
import org.gatehouse.kyc.application.Applying;
import org.gatehouse.ops.Past;

/** Lets people apply at the demo's bank, with documents, as their wallets do. */
@Dependent
class Applicants {
    static final String CLIENT = "kyc";
    private static final int LOOKS = 60;
    private static final List<String> FUNDS = List.of("Work", "Work", "Work", "Business", "Savings", "Inheritance");

    private final RootEndpoints roots;
    private final Applying applying;
    private final Files files;
    private final Chance chance;
    private final List<byte[]> passports = new ArrayList<>();
    private final List<byte[]> selfies = new ArrayList<>();

    @Inject
    Applicants(RootEndpoints roots, Applying applying, Files files, Chance chance) {
        this.roots = roots;
        this.applying = applying;
        this.files = files;
        this.chance = chance;
    }

    /** Draws the pictures that people hand in; again and again the same, as drawing takes long. */
    void draw() {
        for (int look = 0; look < LOOKS; look++) {
            passports.add(Papers.passport(look));
            selfies.add(Papers.selfie(look));
        }
    }

    /** Whether the demo's bank is there at all: another clients file may be in use. */
    boolean possible() {
        return roots.find(CLIENT).isPresent();
    }

    /** The application that somebody makes then, with every question answered; empty where it is refused. */
    Optional<Application> apply(Resident somebody, boolean company, Instant at) {
        RootEndpoint root = roots.find(CLIENT).orElseThrow();
        Applicant applicant = new Applicant(root, somebody.wallet());
        List<SentAttribute> sent = company ? ofCompany(somebody, at) : ofPerson(somebody, at);
        Applied made = Past.at(at, () -> applying.apply(applicant, company ? "company" : "individual", sent));
        if (!(made instanceof Applied.Done done)) return Optional.empty();
        Map<String, JsonValue> answers = company
                ? Map.of("business", text("Trade and transport of goods"))
                : Map.of("source-of-funds", text(chance.of(FUNDS)));
        Applied whole = Past.at(
                at.plus(chance.between(Duration.ofSeconds(40), Duration.ofMinutes(9))),
                () -> applying.complete(applicant, done.application().id(), List.of(), answers));
        return whole instanceof Applied.Done there ? Optional.of(there.application()) : Optional.empty();
    }

    /** Gives up, as some do. */
    void cancel(Resident somebody, Application application, int canceled, Instant at) {
        Applicant applicant = new Applicant(roots.find(CLIENT).orElseThrow(), somebody.wallet());
        Past.at(at, () -> applying.change(applicant, application.id(), canceled, Optional.empty()));
    }

    /** Says something. */
    void say(Resident somebody, Application application, String message, Instant at) {
        Applicant applicant = new Applicant(roots.find(CLIENT).orElseThrow(), somebody.wallet());
        Past.at(at, () -> applying.say(applicant, application.id(), message));
    }

    private List<SentAttribute> ofPerson(Resident somebody, Instant at) {
        int look = chance.below(LOOKS);
        JsonObject picture = picture(somebody, "passport.png", passports.get(look), at);
        JsonObject selfie = picture(somebody, "selfie.png", selfies.get(look), at);
        JsonObject bill = picture(somebody, "utility-bill.pdf", Papers.letter(bill(somebody, at)), at);
        return List.of(
                sent("first-name", text(somebody.firstName())),
                sent("last-name", text(somebody.lastName())),
                sent("email", text(mail(somebody))),
                sent(
                        "date-of-birth",
                        text("19%d-0%d-1%d".formatted(55 + chance.below(45), 1 + chance.below(9), chance.below(9)))),
                sent("nationality", Json.object().add("country", somebody.country())),
                sent("country-of-residency", Json.object().add("country", somebody.country())),
                sent("physical-address", address(somebody)),
                sent(
                        "passport",
                        Json.object()
                                .add("image", picture)
                                .add("issued", "2021-0%d-11".formatted(1 + chance.below(9)))
                                .add("expires", "2031-0%d-11".formatted(1 + chance.below(9)))
                                .add("selfie", Json.object().add("image", selfie))),
                sent(
                        "utility-bill",
                        Json.object()
                                .add("images", Json.array().add(bill))
                                .add("issued", day(at.minus(Duration.ofDays(20))))));
    }

    private List<SentAttribute> ofCompany(Resident somebody, Instant at) {
        String name = chance.of(Names.COMPANIES) + " " + somebody.lastName() + " Ltd";
        JsonObject certificate = picture(
                somebody,
                "certificate.pdf",
                Papers.letter(List.of(
                        "Certificate of incorporation", "", name, "Register no. " + (1000 + chance.below(9000)))),
                at);
        JsonObject register = picture(
                somebody,
                "members.pdf",
                Papers.letter(List.of(
                        "Register of members", "", somebody.firstName() + " " + somebody.lastName() + ": 100 shares")),
                at);
        return List.of(
                sent("company-name", text(name)),
                sent("legal-entity-type", text("ltd")),
                sent("legal-jurisdiction", text("Germany")),
                sent("incorporation-date", text("201%d-04-02".formatted(chance.below(10)))),
                sent("tax-id-number", text("DE" + (100_000_000 + chance.below(899_999_999)))),
                sent("physical-address", address(somebody)),
                sent(
                        "certificate-of-incorporation",
                        Json.object().add("image", certificate).add("issued", "2020-04-02")),
                sent(
                        "member-register",
                        Json.object().add("images", Json.array().add(register)).add("issued", "2025-01-15")));
    }

    private JsonObject picture(Resident somebody, String name, byte[] bytes, Instant at) {
        Storing stored = Past.at(
                at.minusSeconds(30),
                () -> files.store(() -> new Owner(somebody.account(), CLIENT), name, new ByteArrayInputStream(bytes)));
        if (stored instanceof Storing.Stored there)
            return Json.object().add("content", there.file().id()).build();
        throw new IllegalStateException("a document of the made-up world is refused: " + stored);
    }

    private static List<String> bill(Resident somebody, Instant at) {
        return List.of(
                "Stadtwerke " + somebody.city(),
                "",
                somebody.firstName() + " " + somebody.lastName(),
                somebody.city() + ", " + somebody.country(),
                "",
                "Electricity and water",
                "Date: " + day(at.minus(Duration.ofDays(20))),
                "",
                "Amount due: 84.20");
    }

    private JsonObjectBuilder address(Resident somebody) {
        return Json.object()
                .add("address_line_1", chance.of(Names.STREETS) + " " + (1 + chance.below(120)))
                .add("city", somebody.city())
                .add("postalcode", Integer.toString(10_000 + chance.below(80_000)));
    }

    private static String mail(Resident somebody) {
        return (somebody.firstName() + "." + somebody.lastName() + "@example.org").toLowerCase(java.util.Locale.ROOT);
    }

    private static String day(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    private static SentAttribute sent(String attribute, JsonObjectBuilder value) {
        return sent(attribute, value.build());
    }

    private static SentAttribute sent(String attribute, JsonValue value) {
        return new SentAttribute(Optional.empty(), Optional.of(AttributeTypes.schemaId(attribute)), value);
    }

    private static JsonString text(String text) {
        return Json.object().add("text", text).build().getJsonString("text");
    }
}
