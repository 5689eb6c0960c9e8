package org.gatehouse.it;

import static org.gatehouse.it.GatehouseSystem.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The signing keys are an administrator's alone. */
interface KeysTopic extends Topic {
    @Test
    default void nobodyButAnAdministratorSeesOrChangesTheKeys() {
        String kid = json(gatehouse().get("/oauth2/jwks"))
                .getJsonArray("keys")
                .getJsonObject(0)
                .getString("kid");
        Browser person = gatehouse().browser();
        person.signIn(FakeWallet.create());
        assertEquals(401, gatehouse().get("/api/keys").statusCode());
        assertEquals(403, person.get("/api/keys").statusCode());
        for (String change : List.of("/api/keys/RS256/rotate", "/api/keys/" + kid + "/revoke")) {
            assertEquals(
                    401,
                    gatehouse()
                            .send(gatehouse().request(change).POST(BodyPublishers.noBody()))
                            .statusCode());
            assertEquals(
                    403,
                    gatehouse()
                            .send(person.request(change)
                                    .header("Sec-Fetch-Site", "same-origin")
                                    .POST(BodyPublishers.noBody()))
                            .statusCode());
        }
        assertEquals(
                2, json(gatehouse().get("/oauth2/jwks")).getJsonArray("keys").size(), "nothing was changed");
    }
}
