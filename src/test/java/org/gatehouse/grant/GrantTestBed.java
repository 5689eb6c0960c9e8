package org.gatehouse.grant;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.audit.AuditTestBed;
import org.gatehouse.client.Client;
import org.gatehouse.session.Session;
import org.gatehouse.session.SessionTestBed;
import org.gatehouse.vault.Randomness;
import org.gatehouse.vault.Secret;

/** Opens this room to the tests of others. */
public final class GrantTestBed {
    private GrantTestBed() {}

    /** The grants that are stored there, at this clock's time. */
    public static Grants grants(EntityManager entities, Clock clock) {
        return new Grants(
                entities,
                clock,
                new Randomness(),
                AuditTestBed.audit(entities, clock),
                SessionTestBed.sessions(entities, clock, ended -> {}, signedOut -> {}),
                new Lifetimes(
                        Duration.ofMinutes(10), Duration.ofMinutes(10), Duration.ofDays(30), Duration.ofDays(14)));
    }

    /** Gives a client something of a session, and has it redeemed; in the caller's transaction. */
    public static void give(Grants grants, Client client, Session session) {
        String redirect = client.uris().redirect().iterator().next();
        String challenge = ProofKeyVector.CHALLENGE;
        Secret code = grants.authorize(new Authorized(
                client, session, Set.of("openid"), redirect, Optional.empty(), Optional.of(challenge), "wallet"));
        if (grants.redeem(code, client, redirect, Optional.of(ProofKeyVector.VERIFIER)).isEmpty()) {
            throw new AssertionError("the code is not taken");
        }
    }

    /** RFC 7636 appendix B. */
    private static final class ProofKeyVector {
        static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
        static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    }
}
