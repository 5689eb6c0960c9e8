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

    private final GatehouseSystem gatehouse;
    private final KycDesk desk;
    private final KycDesk others;
    private final KycWallet owner;
    private final String key;
    private final String othersKey;
    private final String application;
    private final String company;

    private KycValues(GatehouseSystem gatehouse) {
        this.gatehouse = gatehouse;
        this.desk = KycDesk.open(gatehouse, CLIENT);
        this.others = KycDesk.open(gatehouse, "kyc-others");
        this.owner = desk.person();
        this.key = desk.server().options().getString("apiKey");
        this.othersKey = others.server().options().getString("apiKey");
        this.application = owner.apply(KycDesk.PERSON, KycWallet.person("jane@example.org"));
        this.company = owner.apply(KycDesk.COMPANY, Map.of("company-name", Json.createValue("Gate Ltd")));
    }

    static KycValues prepare(GatehouseSystem gatehouse) {
        return new KycValues(gatehouse);
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
            case "kyc-user" -> owner.authToken();
            case "kyc-challenge" -> LwsWallet.create().challenge(desk.page());
            case "kyc-admin" -> desk.administrator();
            case "kyc-hook" -> desk.webhook();
            case "kyc-file-id" ->
                KycWallet.files(owner.application(application).getJsonObject("attributes"))
                        .get(0);
            case "kyc-visit" -> visit(desk);
            case "kyc-others-user" -> applicant(others).authToken();
            case "kyc-others-visit" -> visit(others);
            case "kyc-others-key" -> othersKey;
            case "kyc-others-key-id" -> others.keyId();
            case "kyc-others-hook" -> others.webhook();
            case "kyc-part-type" -> part("type");
            case "kyc-part-file" -> "\r\n" + part("file\";filename=\"credential.json");
            case "kyc-parts-end" -> "\r\n--b--\r\n";
            case "kyc-zero" -> "\0";
            case "kyc-secret" -> "A".repeat(43);
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

    private static KycWallet applicant(KycDesk at) {
        KycWallet person = at.person();
        person.apply(KycDesk.CAREFUL, KycWallet.person("joe@example.org"));
        return person;
    }

    /** The value of the cookie of somebody's visit. */
    private String visit(KycDesk at) {
        String token = applicant(at).authToken();
        return KycChain.cookie(KycChain.logIn(gatehouse, at.client(), token)).split("=", 2)[1];
    }

    /** The beginning of a part of a form. */
    private static String part(String name) {
        return "--b\r\nContent-Disposition: form-data;name=\"" + name + "\"\r\n\r\n";
    }
}
