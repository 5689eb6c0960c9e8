package org.gatehouse.grant;

import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.gatehouse.account.AccountTestBed;
import org.gatehouse.account.WalletRemoved;
import org.gatehouse.attribute.Requirement;
import org.gatehouse.audit.AuditTestBed;
import org.gatehouse.client.Client;
import org.gatehouse.config.Defaults;
import org.gatehouse.session.Session;
import org.gatehouse.session.SessionTestBed;
import org.gatehouse.vault.Randomness;
import org.gatehouse.vault.Secret;

/** Makes this room's parts; opens it to the tests of others. */
public final class GrantTestBed {
    /** As they are delivered. */
    public static final Lifetimes LIFETIMES = Lifetimes.read(Defaults.keys());

    // RFC 7636 appendix B.
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private GrantTestBed() {}

    /** The grants that are stored there, at this clock's time. */
    public static Grants grants(EntityManager entities, Clock clock) {
        return grants(entities, clock, new Randomness());
    }

    static Grants grants(EntityManager entities, Clock clock, Randomness randomness) {
        return new Grants(
                entities,
                clock,
                randomness,
                AuditTestBed.audit(entities, clock),
                SessionTestBed.sessions(entities, clock),
                AccountTestBed.accounts(entities, clock),
                LIFETIMES);
    }

    /** Tells the grants of a wallet that was removed. */
    public static void end(Grants grants, WalletRemoved removed) {
        grants.end(removed);
    }

    /** What people allowed there, at this clock's time. */
    public static Consents consents(EntityManager entities, Clock clock) {
        return new Consents(entities, clock, AuditTestBed.audit(entities, clock));
    }

    /** The claims of what people share.
     *
     * @param attributes what an account shares with a client, by the requirement's id
     */
    public static SharedClaims shared(BiFunction<String, String, Map<String, JsonValue>> attributes) {
        return shared(attributes, Set::of);
    }

    /**
     * The same where people allowed something.
     *
     * @param told the attributes that people allowed to tell, whoever they are and whomever
     */
    public static SharedClaims shared(
            BiFunction<String, String, Map<String, JsonValue>> attributes, Supplier<Set<String>> told) {
        return new SharedClaims(
                (account, client, claimed) -> {
                    Map<String, JsonValue> values = new HashMap<>(attributes.apply(account, client));
                    values.keySet()
                            .retainAll(claimed.stream().map(Requirement::id).toList());
                    return values;
                },
                (account, client) -> told.get());
    }

    /** Gives a client something of a session, and has it redeemed; in the caller's transaction. */
    public static void give(Grants grants, Client client, Session session) {
        String redirect = client.uris().redirect().iterator().next();
        Secret code = grants.authorize(new Authorized(
                        client,
                        session,
                        Set.of("openid"),
                        redirect,
                        Optional.empty(),
                        Optional.of(CHALLENGE),
                        "wallet"))
                .orElseThrow();
        Optional<Redeemed> redeemed = grants.redeem(code, client, redirect, Optional.of(VERIFIER));
        assertTrue(redeemed.isPresent());
    }
}
