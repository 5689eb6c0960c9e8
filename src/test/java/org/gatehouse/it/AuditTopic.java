package org.gatehouse.it;

import static org.gatehouse.it.GatehouseSystem.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Auditors read the trail and check it; whoever changes it behind everyone's back is found. */
interface AuditTopic extends Topic {
    @Test
    default void anAuditorReadsWhoDidWhatToWhom() throws InterruptedException {
        Browser administrator = gatehouse().browser();
        administrator.signIn(FakeWallet.administrator());
        FakeWallet wallet = FakeWallet.create();
        Browser auditor = gatehouse().browser();
        auditor.signIn(wallet);
        String account = json(auditor.get("/api/me")).getString("sub");
        for (String path : List.of("/api/audit", "/api/audit/export?format=csv"))
            assertEquals(403, auditor.get(path).statusCode(), path);
        assertEquals(403, auditor.postJson("/api/audit/verify", "").statusCode());
        assertEquals(401, gatehouse().get("/api/audit").statusCode());
        assertEquals(
                204,
                administrator
                        .call("PUT", "/api/accounts/" + account + "/roles/auditor", "")
                        .statusCode());
        JsonObject granted = event(auditor, "action=role.grant&account=" + account);
        String by = "account:" + json(administrator.get("/api/me")).getString("sub");
        assertEquals(by, granted.getString("actor"));
        assertEquals("auditor", granted.getString("detail"));
        assertEquals(64, granted.getString("origin_mac").length());
        JsonObject begun = event(auditor, "action=session.begin&outcome=ok&wallet=" + wallet.address());
        assertEquals("account:" + account, begun.getString("actor"));
        assertEquals("idena", begun.getString("network"));
        assertFalse(begun.toString().contains(wallet.address().substring(2)), "no address in clear");
        assertEquals(
                "403",
                event(auditor, "action=admin.call&outcome=403&account=" + account)
                        .getString("outcome"));
        assertEquals(400, auditor.get("/api/audit?from=yesterday").statusCode());
        assertEquals(400, auditor.get("/api/audit?acount=" + account).statusCode(), "a slip must not show everything");
        untilChained(auditor, "action=session.begin&account=" + account);
        String csv = auditor.get("/api/audit/export?format=csv&action=session.begin&account=" + account)
                .body();
        assertEquals(2, csv.lines().count());
        assertEquals(
                1,
                auditor.get("/api/audit/export?format=jsonl&action=session.begin&account=" + account)
                        .body()
                        .lines()
                        .count());
    }

    @Test
    default void whoChangesTheTrailIsFound() throws InterruptedException {
        assumeTrue(Database.isPostgresql(), "the database is inside the server");
        Browser administrator = gatehouse().browser();
        administrator.signIn(FakeWallet.administrator());
        String account = json(administrator.get("/api/me")).getString("sub");
        long number = untilChained(administrator, "action=session.begin&account=" + account);
        assertTrue(
                check(administrator).getBoolean("whole"), check(administrator).toString());
        String where = " where number = " + number;
        Database.change("update audit_event set outcome = 'blocked'" + where);
        try {
            JsonObject report = check(administrator);
            assertFalse(report.getBoolean("whole"));
            JsonObject fault = report.getJsonArray("faults").getJsonObject(0);
            assertEquals("changed", fault.getString("kind"));
            assertEquals(number, fault.getJsonNumber("number").longValue());
        } finally {
            Database.change("update audit_event set outcome = 'ok'" + where);
        }
        Database.change("create table audit_aside as select * from audit_event" + where);
        Database.change("delete from audit_event" + where);
        try {
            assertTrue(check(administrator).toString().contains("\"missing\""));
        } finally {
            Database.change("insert into audit_event select * from audit_aside");
            Database.change("drop table audit_aside");
        }
        assertTrue(check(administrator).getBoolean("whole"));
        assertTrue(administrator
                .postJson("/api/audit/verify", "[\"no checkpoint\"]")
                .body()
                .contains("\"bad-checkpoint\""));
    }

    private static JsonObject check(Browser browser) {
        return json(browser.postJson("/api/audit/verify", ""));
    }

    private static JsonObject event(Browser browser, String query) {
        return json(browser.get("/api/audit?" + query)).getJsonArray("events").getJsonObject(0);
    }

    /** The number of the newest event that is found; events are chained a moment after they happened. */
    private static long untilChained(Browser browser, String query) throws InterruptedException {
        for (int tries = 0; event(browser, query).isNull("number"); tries++) {
            assertTrue(tries < 100, "it is not chained");
            Thread.sleep(200);
        }
        return event(browser, query).getJsonNumber("number").longValue();
    }
}
