package org.gatehouse.world;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What the practice wallet shows of the made-up world. */
@Named("world")
@RequestScoped
public class WorldPage {
    @Inject
    WorldAtStart world;

    /** Whether the people of this database are made up. */
    public boolean isThere() {
        return world.there();
    }
}
