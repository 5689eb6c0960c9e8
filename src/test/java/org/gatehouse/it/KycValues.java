package org.gatehouse.it;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import java.util.Map;
import java.util.stream.Collectors;

/** What stands for the names of KYC in the tables of bad input. The application is one for all lines, which change nothing of it. */
final class KycValues {
    static final String CLIENT = "kyc-table";

    private static final int DEEP = 10_000;
    private static final int MEGABYTE = 1_048_576;
    private static final String SCHEMA = "http://platform.selfkey.org/schema/attribute/";

    private final KycDesk desk;
    private final KycWallet owner;
    private final String key;
    private final String application;
    private final String company;

    private KycValues(KycDesk desk) {
        this.desk = desk;
        this.owner = desk.person();
        this.key = desk.server().options().getString("apiKey");
        this.application = owner.apply(KycDesk.PERSON, KycWallet.person("jane@example.org"));
        this.company = owner.apply(KycDesk.COMPANY, Map.of("company-name", Json.createValue("Gate Ltd")));
    }

    static KycValues prepare(GatehouseSystem gatehouse) {
        return new KycValues(KycDesk.open(gatehouse, CLIENT));
    }

    /** The application that the lines are about. */
    String application() {
        return owner.application(application).toString();
    }

    String of(String name) {
        return switch (name) {
            case "kyc-id" -> application;
            case "kyc-company" -> company;
            case "kyc-owner" -> owner.token();
            case "kyc-person" -> desk.person().token();
            case "kyc-key" -> key;
            case "kyc-email" -> SCHEMA + "email.json";
            case "kyc-passport" -> SCHEMA + "passport.json";
            case "kyc-nobodys" -> KycAttacksTopic.NOBODYS;
            case "kyc-63" -> "a".repeat(63);
            case "kyc-null" -> "a\\u0000b";
            case "kyc-1mb" -> "x".repeat(MEGABYTE);
            case "kyc-deep" -> "{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP);
            case "kyc-deep-array" -> "[".repeat(DEEP) + "]".repeat(DEEP);
            case "kyc-names" -> names(LwsSite.attributes("jane@example.org"));
            case "kyc-first" -> LwsSite.attributes("").get(0).toString();
            case "kyc-last" -> LwsSite.attributes("").get(1).toString();
            case "long" -> "x".repeat(2_001);
            case "huge" -> "x".repeat(9_000);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static String names(JsonArray attributes) {
        return attributes.stream().map(Object::toString).collect(Collectors.joining(","));
    }
}
