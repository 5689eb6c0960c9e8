package org.gatehouse.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stored wallet of an account. */
@Entity
@Table(name = "account_wallet")
class WalletRow {
    /** CAIP-10. */
    @Id
    String wallet;

    @Column(name = "account_id")
    String accountId;

    @Column(name = "linked_at")
    Instant linkedAt;

    /** What the wallet's network said last of the person; null where it never said anything. */
    @Nullable
    String state;

    /** When it said so, to the hour. */
    @Column(name = "state_at")
    @Nullable
    Instant stateAt;
}
