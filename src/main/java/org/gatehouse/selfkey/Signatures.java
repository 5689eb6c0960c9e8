package org.gatehouse.selfkey;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.gatehouse.endpoint.Refusal;
import org.gatehouse.selfkey.did.DidLedger;
import org.gatehouse.selfkey.did.LedgerAway;
import org.gatehouse.wallet.AccountId;
import org.gatehouse.wallet.Address;
import org.gatehouse.wallet.Did;
import org.gatehouse.wallet.MessageFormat;
import org.gatehouse.wallet.Signature;
import org.gatehouse.wallet.SignatureRecovery;

/** Says whose signature an answer to a challenge is. */
@Dependent
class Signatures {
    private final SignatureRecovery recovery;
    private final DidLedger ledger;

    @Inject
    Signatures(SignatureRecovery recovery, DidLedger ledger) {
        this.recovery = recovery;
        this.ledger = ledger;
    }

    /**
     * Compares who signed with who was to sign. The network is not asked before the answer has the form of one.
     *
     * @param asked who was to sign
     * @param text what was to be signed
     * @param reply what the wallet answered
     */
    Signing check(Claimant asked, String text, Reply reply) {
        try {
            Signature signature = Signature.parse(reply.signature());
            Claimant claimant = reply.keyId().map(asked::withKey).orElse(asked);
            return unknown(claimant)
                    .<Signing>map(Signing.Refused::new)
                    .orElseGet(() -> check(claimant.did(), text, signature));
        } catch (IllegalArgumentException e) {
            return new Signing.Refused(Refusal.SIGNATURE_INVALID);
        } catch (LedgerAway e) {
            return new Signing.Refused(Refusal.UNAVAILABLE);
        }
    }

    /** Why nobody here can know whose key a claimant's is; empty where somebody can. */
    Optional<Refusal> unknown(Claimant claimant) {
        boolean registered =
                claimant.did().filter(did -> did.address().isEmpty()).isPresent();
        return registered && !ledger.known() ? Optional.of(Refusal.REGISTRY_UNKNOWN) : Optional.empty();
    }

    private Signing check(Optional<Did> did, String text, Signature signature) {
        Optional<Address> key = did.flatMap(this::key);
        if (did.isPresent() && key.isEmpty()) return new Signing.Refused(Refusal.INVALID_KEY);
        return recovery.recover(MessageFormat.EIP191_PERSONAL, text, signature)
                .filter(signer -> key.isEmpty() || key.get().equals(signer))
                .<Signing>map(signer -> new Signing.Signed(did.orElse(Did.of(signer)), AccountId.ethereum(signer)))
                .orElse(new Signing.Refused(Refusal.SIGNATURE_INVALID));
    }

    private Optional<Address> key(Did did) {
        return did.address().or(() -> ledger.controller(did));
    }
}
