package org.gatehouse.selfkey;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.gatehouse.audit.Audit;
import org.gatehouse.endpoint.Refusal;
import org.gatehouse.endpoint.RootEndpoint;
import org.gatehouse.wallet.AccountId;

/** A wallet answers a challenge: whose signature it is, and that it counts once. */
@Dependent
class Authentication {
    private final Signatures signatures;
    private final UsedChallenges used;
    private final WrongAnswers wrong;
    private final Audit audit;

    @Inject
    Authentication(Signatures signatures, UsedChallenges used, WrongAnswers wrong, Audit audit) {
        this.signatures = signatures;
        this.used = used;
        this.wrong = wrong;
        this.audit = audit;
    }

    /** Checks the signature and uses the challenge up; after 10 wrong answers none is looked at. Who gave a wrong one may try again. */
    Signing authenticate(RootEndpoint root, ChallengeToken challenge, Reply reply) {
        if (wrong.tooMany(challenge)) return new Signing.Refused(Refusal.TOKEN_INVALID);
        Signing signing = signatures.check(challenge.claimant(), challenge.text(), reply);
        if (signing instanceof Signing.Signed signed)
            return first(root, challenge, signed) ? signed : new Signing.Refused(Refusal.TOKEN_INVALID);
        if (!signing.equals(new Signing.Refused(Refusal.UNAVAILABLE)) && wrong.first(challenge))
            note(root, challenge.claimant());
        return signing;
    }

    private boolean first(RootEndpoint root, ChallengeToken challenge, Signing.Signed signed) {
        try {
            used.add(root, challenge, signed);
            return true;
        } catch (RuntimeException e) {
            // Databases say in many ways that a row is taken; what counts is whether it is.
            if (used.contains(challenge)) return false;
            throw e;
        }
    }

    private void note(RootEndpoint root, Claimant claimant) {
        String subject = claimant.did()
                .map(did -> did.address()
                        .map(address -> AccountId.ethereum(address).toString())
                        .orElse(did.toString()))
                .orElse(null);
        audit.record(
                UsedChallenges.ACTION,
                Refusal.SIGNATURE_INVALID.slug(),
                null,
                subject,
                root.client().id());
    }
}
