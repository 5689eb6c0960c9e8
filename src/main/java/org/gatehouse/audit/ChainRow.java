package org.gatehouse.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The end of the chain, and the audit key: one row. */
@Entity
@Table(name = "audit_chain")
class ChainRow {
    /** The id of the row. */
    static final int ID = 1;

    @Id
    int id = ID;

    @Column(name = "key_sealed")
    String keySealed;

    /** Of the last event of the chain; 0 where there is none. */
    long number;

    /** Of that event. */
    String hash;

    /** The last event that was removed for its age; 0 where none was. */
    @Column(name = "cut_number")
    long cutNumber;

    /** How many events were there when the chain began: so many have no mac when they are chained. */
    @Column(name = "old_rows")
    long oldRows;
}
