package org.gatehouse.world;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** That the people of this database are made up. */
@Entity
@Table(name = "made_up_world")
class WorldRow {
    /** The only one. */
    static final int ID = 1;

    @Id
    int id = ID;

    @Column(name = "begun_at")
    Instant begunAt;

    @Column(name = "done_at")
    @Nullable
    Instant doneAt;
}
