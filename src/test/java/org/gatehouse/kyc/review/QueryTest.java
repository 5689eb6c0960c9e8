package org.gatehouse.kyc.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatehouse.Fake;
import org.gatehouse.kyc.application.ApplicationStatus;
import org.gatehouse.kyc.application.Search;
import org.junit.jupiter.api.Test;

class QueryTest {
    @Test
    void listsComeInEveryFormThatLibrariesWrite() {
        for (Map<String, List<String>> sent : List.of(
                Map.of("current_statuses", List.of("2,4")),
                Map.of("current_statuses", List.of("2", "4")),
                Map.of("current_statuses[]", List.of("2", "4")),
                Map.of("current_statuses[0]", List.of("2"), "current_statuses[1]", List.of("4"))))
            assertEquals(
                    Set.of(ApplicationStatus.APPROVED, ApplicationStatus.UPLOADED),
                    query(sent).search("bank").orElseThrow().statuses(),
                    sent.toString());
    }

    @Test
    void whatIsNotSaidIsAsTheDocumentSays() {
        Search search = query(Map.of()).search("bank").orElseThrow();
        assertEquals(100, search.limit());
        assertEquals(0, search.skip());
        assertFalse(search.newestFirst());
        assertTrue(query(Map.of("sort", List.of("-createdAt")))
                .search("bank")
                .orElseThrow()
                .newestFirst());
    }

    @Test
    void whatCannotBeReadIsRefused() {
        for (Map<String, List<String>> sent : List.of(
                Map.of("limit", List.of("501")),
                Map.of("limit", List.of("0")),
                Map.of("skip", List.of("-1")),
                Map.of("sort", List.of("name")),
                Map.of("current_statuses", List.of("17")),
                Map.of("template_id", List.of("a\0b"))))
            assertTrue(query(sent).search("bank").isEmpty(), sent.toString());
    }

    @Test
    void aVersionIsOneOfThoseThatAreNamed() {
        assertTrue(ServerCalls.version(null).test(3));
        assertTrue(ServerCalls.version("\"3\"").test(3));
        assertTrue(ServerCalls.version("\"1\", W/\"3\"").test(3));
        assertTrue(ServerCalls.version("*").test(3));
        assertFalse(ServerCalls.version("\"2\"").test(3));
        assertFalse(ServerCalls.version("3").test(3));
    }

    @SuppressWarnings("unchecked")
    private static Query query(Map<String, List<String>> sent) {
        return new Query(
                Fake.of(MultivaluedMap.class, Map.of("entrySet", none -> sent.entrySet(), "getFirst", names -> {
                    List<String> values = sent.get((String) names[0]);
                    return values == null ? null : values.get(0);
                })));
    }
}
