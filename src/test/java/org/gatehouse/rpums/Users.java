package org.gatehouse.rpums;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Who has signed up, by DID, as long as the server runs. */
@ApplicationScoped
public class Users {
    private final Map<String, String> mails = new ConcurrentHashMap<>();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    /** Takes what a person shares. */
    public void save(String did, JsonArray attributes) {
        attributes.getValuesAs(JsonObject.class).stream()
                .filter(attribute -> attribute.getString("schemaId", "").endsWith("/email.json"))
                .forEach(attribute -> mails.put(did, attribute.getString("data")));
    }

    /** A new token for who has signed up. */
    public Optional<String> token(String did) {
        return Optional.ofNullable(mails.get(did)).map(mail -> {
            String token = UUID.randomUUID().toString();
            tokens.put(token, mail);
            return token;
        });
    }

    /** Whose token it is; once. */
    public Optional<String> redeem(String token) {
        return Optional.ofNullable(tokens.remove(token));
    }
}
