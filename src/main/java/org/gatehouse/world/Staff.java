package org.gatehouse.world;

import java.util.Set;
import org.gatehouse.http.Caller;
import org.gatehouse.wallet.AccountId;
import org.gatehouse.wallet.Address;

/** Those who work in the made-up world. Their keys stand in the practice wallet ({@code practice-wallet/staff.js}), for everyone to use. */
enum Staff {
    ADMINISTRATOR("0xd1626e06863da9219c3bdcb6b63dcb55eec0f2ff", Caller.ADMINISTRATOR),
    LEAD("0xfb2f7f810b7ff8e5167cb2a58481bd28bc9c96de", Caller.LEAD_REVIEWER, Caller.REVIEWER),
    REVIEWER("0x21211c3be0868738467232e4398549cde8f21d93", Caller.REVIEWER),
    SECOND("0xa5e592cd00a39b9afa3eec2a6608d4e9f8955d81", Caller.REVIEWER),
    AUDITOR("0x1365c8d032ced007f27fa13e0b51df615b7e4cf7", Caller.AUDITOR);

    private final String address;

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<String> roles;

    Staff(String address, String... roles) {
        this.address = address;
        this.roles = Set.of(roles);
    }

    AccountId wallet() {
        return AccountId.idena(Address.parse(address));
    }

    Set<String> roles() {
        return roles;
    }
}
