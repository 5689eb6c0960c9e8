package org.gatehouse.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

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
}
