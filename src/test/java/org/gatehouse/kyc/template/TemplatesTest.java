package org.gatehouse.kyc.template;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.gatehouse.client.Client;
import org.gatehouse.client.ClientTestBed;
import org.gatehouse.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TemplatesTest {
    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    private final Clock clock = Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);
    private final TemplateStore stored = TemplateTestBed.store(database.entities(), clock);
    private final Templates templates = TemplateTestBed.templates(database.entities(), clock);

    private void file(String json) {
        database.inTransaction(() -> TemplateTestBed.store(database.entities(), clock, json));
    }

    private void byApi(String json) {
        database.inTransaction(() -> {
            int version = stored.versions("t").size() + 1;
            stored.add("t", version, TemplateTestBed.json(json), false, "admin");
        });
    }

    private void withdraw() {
        database.inTransaction(() -> stored.withdraw(stored.versions("t").get(0), "admin"));
    }

    private String name() {
        return templates
                .find("t")
                .map(found -> found.name() + " " + found.version())
                .orElse("none");
    }

    @Test
    void theNewestVersionHolds() {
        assertEquals(Optional.empty(), templates.find("t"));
        file("{'name':'one'}");
        assertEquals("one 1", name());
        file("{'name':'two'}");
        assertEquals("two 2", name());
        assertEquals("one", templates.find("t", 1).orElseThrow().name());
        assertEquals(Optional.empty(), templates.find("t", 3));
    }

    @Test
    void theSameFileMakesNoVersion() {
        file("{'name':'one','type':'individual'}");
        file("{'type':'individual','name':'one'}");
        assertEquals("one 1", name());
    }

    @Test
    void whatTheApiChangedHoldsUntilTheFileChanges() {
        file("{'name':'one'}");
        byApi("{'name':'two'}");
        file("{'name':'one'}");
        assertEquals("two 2", name());
        file("{'name':'three'}");
        assertEquals("three 3", name());
        file("{'name':'one'}");
        assertEquals("one 4", name());
    }

    @Test
    void aFileThatFollowedTheApiIsNotAppliedAgain() {
        file("{'name':'one'}");
        byApi("{'name':'two'}");
        file("{'name':'two'}");
        byApi("{'name':'three'}");
        file("{'name':'two'}");
        assertEquals("three 3", name());
    }

    @Test
    void aWithdrawnOneStaysSoUntilItsFileChanges() {
        file("{'name':'one'}");
        withdraw();
        file("{'name':'one'}");
        assertEquals("none", name());
        assertEquals("one", templates.find("t", 1).orElseThrow().name());
        file("{'name':'two'}");
        assertEquals("two 2", name());
        withdraw();
        assertEquals("none", name());
    }

    @Test
    void aClientOffersWhatItsEntryNamesInItsOrder() {
        file("{'id':'a'}");
        file("{'id':'b'}");
        file("{'id':'c'}");
        Client client = ClientTestBed.client("{'selfkey':{'templates':['c','none','a']}}");
        assertEquals(
                List.of("c", "a"),
                templates.offered(client).stream().map(Template::id).toList());
        assertEquals(List.of(), templates.offered(ClientTestBed.client("{}")));
    }

    @Test
    void membersOfACompanyApplyWithWhatItNames() {
        file("{'id':'holding','type':'corporate','members':[{'template':'company'}]}");
        file("{'id':'company','type':'corporate','members':[{'template':'company'},{'template':'director'}]}");
        file("{'id':'director'}");
        file("{'id':'other'}");
        Client client = ClientTestBed.client("{'selfkey':{'templates':['holding']}}");
        assertEquals(
                "director", templates.find(client, "director").orElseThrow().id());
        assertEquals(Optional.empty(), templates.find(client, "other"));
        assertEquals(Optional.empty(), templates.find(client, "a\0b"));
    }

    @Test
    void whatCannotBeAnIdIsNotAskedFor() {
        assertEquals(Optional.empty(), templates.find("a\0b"));
        assertEquals(Optional.empty(), templates.find("../x", 1));
    }
}
