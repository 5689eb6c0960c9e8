package org.gatehouse.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class RemindersTest {
    private static final String ENTRY =
            "{'redirect_uris':['https://a.example/cb'],'selfkey':{'attributes':['email'],'claims':{'email':'email'}}";

    @Test
    void claimsThatNoApplicationCanAskForAreNamed() {
        List<String> reminders = Reminders.of(ClientTestBed.client(ENTRY + "}"), true);
        assertEquals(
                List.of("its scope lacks attributes: selfkey.claims stand in the user token of a SelfKey wallet alone"),
                reminders);
    }

    @Test
    void ofThoseThatItCanAskForNothingIsSaid() {
        assertEquals(List.of(), Reminders.of(ClientTestBed.client(ENTRY + ",'scope':'openid attributes'}"), true));
    }
}
