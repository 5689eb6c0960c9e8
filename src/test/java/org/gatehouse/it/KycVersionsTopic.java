package org.gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The real wallets from 1.0.0-beta to 2.1.3 apply, each with its own requests and its own way to read the answers. */
interface KycVersionsTopic extends Topic {
    @Test
    default void everyVersionOfTheWalletAppliesCompletesPaysAndIsApproved() {
        KycDesk desk = KycDesk.open(gatehouse(), "kyc-versions");
        KycChain server = desk.server();
        assertAll(Arrays.stream(LwsVersion.values()).map(version -> () -> {
            KycWallet wallet = known(version, desk);
            assertEquals(List.of(), wallet.load(), version::name);
            String id = wallet.apply(KycDesk.PERSON, KycWallet.person("jane@example.org"));
            JsonObject application = wallet.application(id);
            assertEquals(4, application.getInt("currentStatus"), version::name);
            assertEquals(KycDesk.PERSON, application.getString("template"), version::name);
            JsonObject listed = wallet.load().get(0);
            assertEquals(id, listed.getString("id"), version::name);
            assertEquals(4, listed.getInt("currentStatus"), version::name);
            assertEquals(KycDesk.PERSON, listed.getString("template"), version::name);

            assertEquals(id, wallet.complete(id, changed("jane@new.example")), version::name);
            wallet.pay(id, "0x" + "ab".repeat(32));
            assertEquals(
                    "jane@new.example",
                    server.application(id)
                            .getJsonObject("attributes")
                            .getJsonObject("mail")
                            .getString("value"),
                    version::name);

            KycChain.ok(server.decide(id, 2));
            assertEquals(2, wallet.load().get(0).getInt("currentStatus"), version::name);
        }));
    }

    /** Wallets before 1.6.0 can't, and ask for the list without a query. */
    @Test
    default void everyVersionSince1_6_0CancelsAndAppliesAgainAndTheNewestComesFirst() {
        KycDesk desk = KycDesk.open(gatehouse(), "kyc-versions");
        assertAll(Arrays.stream(LwsVersion.values())
                .filter(version -> version.since(1, 6, 0))
                .map(version -> () -> {
                    KycWallet wallet = known(version, desk);
                    String first = wallet.apply(KycDesk.PERSON, KycWallet.person("jane@example.org"));
                    wallet.cancel(first);
                    assertEquals(8, wallet.application(first).getInt("currentStatus"), version::name);
                    String second = wallet.apply(KycDesk.PERSON, KycWallet.person("jane@example.org"));
                    assertEquals(
                            List.of(second, first),
                            wallet.load().stream()
                                    .map(one -> one.getString("id"))
                                    .toList(),
                            version::name);
                }));
    }

    @Test
    default void everyVersionSince1_6_0AddsMembersOfACompany() {
        KycDesk desk = KycDesk.open(gatehouse(), "kyc-versions");
        Map<String, jakarta.json.JsonValue> company = Map.of("company-name", Json.createValue("Gate Ltd"));
        assertAll(Arrays.stream(LwsVersion.values())
                .filter(version -> version.since(1, 6, 0))
                .map(version -> () -> {
                    KycWallet wallet = known(version, desk);
                    String id = wallet.apply(KycDesk.COMPANY, company);
                    String member =
                            wallet.addMember(id, KycDesk.PERSON, KycWallet.person("joe@example.org"), "director_ltd");
                    assertEquals(KycDesk.PERSON, wallet.application(member).getString("template"), version::name);
                    assertEquals(1, wallet.load().size(), "baseApplications: without members");
                }));
    }

    /** One entry without a user, and the wallet shows nothing of this relying party any more. */
    @Test
    default void everyVersionSince1_7_4TalksAndAddsAnAttribute() {
        KycDesk desk = KycDesk.open(gatehouse(), "kyc-versions");
        assertAll(Arrays.stream(LwsVersion.values())
                .filter(version -> version.since(1, 7, 4))
                .map(version -> () -> {
                    KycWallet wallet = known(version, desk);
                    String id = wallet.apply(KycDesk.PERSON, KycWallet.person("jane@example.org"));
                    assertEquals(List.of(), wallet.chat(id), version::name);
                    wallet.say(id, "When?");
                    assertEquals(List.of("When?"), wallet.chat(id), version::name);

                    String schemaId = "http://platform.selfkey.org/schema/attribute/work-place.json";
                    String attribute = wallet.addAttribute(id, schemaId);
                    JsonArray given = Json.createArrayBuilder()
                            .add(LwsSite.attribute(attribute, "work-place", Json.createValue("A bank")))
                            .build();
                    assertEquals(id, wallet.complete(id, given), version::name);
                    assertTrue(
                            wallet.application(id)
                                    .getJsonObject("attributes")
                                    .getJsonObject(attribute)
                                    .toString()
                                    .contains("A bank"),
                            version::name);
                }));
    }

    /** In this call attributes pass through the wallet untouched: some carry their data in a member {@code value}. */
    @Test
    default void dataThatIsWrappedInAValueIsTakenToo() {
        KycDesk desk = KycDesk.open(gatehouse(), "kyc-versions");
        KycWallet wallet = desk.person();
        String id = wallet.apply(KycDesk.PERSON, KycWallet.person("jane@example.org"));
        JsonObject wrapped =
                Json.createObjectBuilder().add("value", "jane@new.example").build();
        wallet.complete(
                id,
                Json.createArrayBuilder()
                        .add(LwsSite.attribute("mail", "email", wrapped))
                        .build());
        assertTrue(wallet.application(id).toString().contains("jane@new.example"));
    }

    private static JsonArray changed(String email) {
        return Json.createArrayBuilder()
                .add(LwsSite.attribute("mail", "email", Json.createValue(email)))
                .build();
    }

    private static KycWallet known(LwsVersion version, KycDesk desk) {
        SelfkeyWallet key = SelfkeyWallet.create();
        if (version.onLedger()) Ethereum.controller(LwsVersion.selfkeyDid(key), key.address());
        return KycWallet.at(new LwsWallet(version, key), desk.page());
    }
}
