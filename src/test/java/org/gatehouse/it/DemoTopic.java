package org.gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The application behind Gatehouse, which runs on the same server as a WAR of its own. */
interface DemoTopic extends Topic {
    @Test
    default void the_demo_sends_people_to_this_gatehouse() {
        String url = GatehouseSystem.json(new GatehouseSystem(TestBed.demoUrl()).get("/api/gatehouse"))
                .getString("url");

        assertEquals(gatehouse().url(), url);
    }
}
