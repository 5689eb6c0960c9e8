package org.gatehouse.kyc.application;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.attribute.Attributes;
import org.gatehouse.attribute.Checked;
import org.gatehouse.attribute.Requirement;
import org.gatehouse.attribute.SentAttribute;
import org.gatehouse.endpoint.Refused;
import org.gatehouse.http.Json;

/**
 * What an applicant tells a client's KYC of itself.
 *
 * @param email its e-mail address
 * @param name its name, or that of its company
 * @param entityType {@code individual} or {@code corporate}
 */
record User(String email, String name, String entityType) {
    private static final int LONGEST_NAME = 200;
    private static final Set<String> ENTITY_TYPES = Set.of("individual", "corporate");
    private static final Requirement EMAIL = new Requirement("email", "email", Optional.empty(), true);

    /**
     * Reads what a wallet sent.
     *
     * @throws Undone where something is missing or wrong
     */
    static User read(JsonObject sent) {
        SentAttribute email = new SentAttribute(
                Optional.of(EMAIL.id()), Optional.empty(), sent.getOrDefault("email", JsonValue.NULL));
        Checked checked = Attributes.check(List.of(EMAIL), List.of(email));
        if (checked instanceof Checked.Wrong wrong) throw new Undone(Refused.attributes(wrong.message()));
        String name = Json.string(sent, "name")
                .flatMap(text -> Text.of(text, LONGEST_NAME))
                .orElseThrow(() -> Undone.because("The name should have 1 to " + LONGEST_NAME + " characters"));
        String entityType = Json.string(sent, "entityType")
                .filter(ENTITY_TYPES::contains)
                .orElseThrow(() -> Undone.because("The entity type should be individual or corporate"));
        JsonValue address = ((Checked.Accepted) checked).values().get(0).data();
        return new User(((JsonString) address).getString(), name, entityType);
    }

    JsonObject toJson() {
        return Json.object()
                .add("email", email)
                .add("name", name)
                .add("entityType", entityType)
                .build();
    }

    static User fromJson(JsonObject json) {
        return new User(json.getString("email"), json.getString("name"), json.getString("entityType"));
    }
}
