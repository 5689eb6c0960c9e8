package org.gatehouse.audit;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Optional;
import org.gatehouse.Wired;
import org.gatehouse.vault.Randomness;

/** Opens this room to the tests of others. */
public final class AuditTestBed {
    private AuditTestBed() {}

    /** The trail that is stored there, at this clock's time. */
    public static Audit audit(EntityManager entities, Clock clock) {
        return new Audit(entities, clock, new Randomness(), key(), new Nobody(), new Seldom());
    }

    /** Gives a key, and that nobody calls. */
    public static void wire(Wired wired) {
        wired.with(AuditKey.class, key()).with(Seldom.class, new Seldom()).with(Circumstances.class, new Nobody());
    }

    /** What the trail shows of a wallet. */
    public static String subject(String wallet) {
        return key().subject(wallet);
    }

    static AuditKey key() {
        return new AuditKey(() -> new byte[32]);
    }

    /** Somebody calls from this address. */
    public static Circumstances from(String address) {
        return new Nobody() {
            @Override
            public Optional<String> address() {
                return Optional.of(address);
            }
        };
    }

    /** Nobody calls. */
    static class Nobody implements Circumstances {
        @Override
        public String actor() {
            return SYSTEM;
        }

        @Override
        public void actsAs(String actor) {}

        @Override
        public Optional<String> address() {
            return Optional.empty();
        }

        @Override
        public Optional<String> requestId() {
            return Optional.empty();
        }
    }
}
