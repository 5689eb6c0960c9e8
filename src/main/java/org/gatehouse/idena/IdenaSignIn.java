package org.gatehouse.idena;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.gatehouse.audit.Audit;
import org.gatehouse.audit.AuditEvent;
import org.gatehouse.challenge.Challenge;
import org.gatehouse.challenge.Challenges;
import org.gatehouse.http.PublicUrl;
import org.gatehouse.session.AttemptState;
import org.gatehouse.session.Attempts;
import org.gatehouse.session.WalletToken;
import org.gatehouse.vault.Randomness;
import org.gatehouse.wallet.AccountId;
import org.gatehouse.wallet.Address;
import org.gatehouse.wallet.MessageFormat;
import org.gatehouse.wallet.Signature;
import org.gatehouse.wallet.SignatureRecovery;
import org.jspecify.annotations.Nullable;

/** Sign-in with Idena: the nonce that a wallet asks for, and the signature that it sends. One transaction a call. */
@Dependent
@Transactional
class IdenaSignIn {
    private static final String ACTION = "idena.authenticate";

    /** Wallets accept no other nonce. */
    static final String NONCE_PREFIX = "signin-";

    private final Attempts attempts;
    private final Challenges challenges;
    private final IdenaSettings settings;
    private final PublicUrl publicUrl;
    private final Randomness randomness;
    private final SignatureRecovery recovery;
    private final Audit audit;

    @Inject
    IdenaSignIn(
            Attempts attempts,
            Challenges challenges,
            IdenaSettings settings,
            PublicUrl publicUrl,
            Randomness randomness,
            SignatureRecovery recovery,
            Audit audit) {
        this.attempts = attempts;
        this.challenges = challenges;
        this.settings = settings;
        this.publicUrl = publicUrl;
        this.randomness = randomness;
        this.recovery = recovery;
        this.audit = audit;
    }

    /** STEP 2: a wallet says which token it was given and who it is, and gets a nonce. A second call replaces the nonce and the address. */
    Started start(WalletToken token, Address address) {
        Started started = begin(token, address);
        if (started instanceof Started.Refused refused) note("idena.start-session", refused.refusal(), token, address);
        return started;
    }

    private Started begin(WalletToken token, Address address) {
        Optional<AttemptState> state = attempts.state(token);
        if (state.isEmpty()) {
            if (!settings.clientTokens()) return new Started.Refused(Refusal.UNKNOWN_TOKEN);
            attempts.beginElsewhere(token, settings.clientTokenLifetime());
        } else if (state.get() == AttemptState.PROVEN || state.get() == AttemptState.FINISHED) {
            return new Started.Refused(Refusal.ALREADY_AUTHENTICATED);
        } else if (state.get() != AttemptState.PENDING) {
            return new Started.Refused(Refusal.EXPIRED);
        }
        // The host in the text lets a person see, and a court later, whose challenge it was; wallets look at the prefix
        // only.
        String nonce = NONCE_PREFIX + publicUrl.host() + "-" + randomness.id();
        Challenge challenge = new Challenge(token.hash(), nonce, address.lowerCase());
        if (challenges.issue(challenge, settings.nonceLifetime(), settings.noncesPerToken()))
            return new Started.Issued(nonce);
        return new Started.Refused(Refusal.TOO_MANY_NONCES);
    }

    /** STEP 3: the wallet sends its signature. Whatever it says, the nonce is used up. */
    Authenticated authenticate(WalletToken token, Signature signature) {
        Optional<Challenge> challenge = challenges.find(token.hash());
        if (challenge.isEmpty() || !challenges.consume(challenge.get())) {
            note(ACTION, Refusal.NO_NONCE, token, null);
            return new Authenticated.Refused(Refusal.NO_NONCE);
        }
        Address claimed = Address.parse(challenge.get().subject());
        Optional<Address> signer = recovery.recover(
                MessageFormat.IDENA_DOUBLE_HASH, challenge.get().text(), signature);
        if (signer.isEmpty() || !signer.get().equals(claimed)) {
            attempts.refuse(token, Refusal.WRONG_SIGNATURE.slug());
            record(Refusal.WRONG_SIGNATURE.slug(), claimed);
            return new Authenticated.No();
        }
        if (attempts.prove(token, AccountId.idena(claimed))) {
            record(AuditEvent.OK, claimed);
            return new Authenticated.Yes();
        }
        note(ACTION, Refusal.EXPIRED, token, claimed);
        return new Authenticated.Refused(Refusal.EXPIRED);
    }

    private void record(String outcome, Address wallet) {
        audit.record(AuditEvent.of(ACTION)
                .outcome(outcome)
                .wallet(AccountId.idena(wallet).toString()));
    }

    /** What is refused to a token that nobody was given is not noted: anyone can make such a call, any number of times. */
    private void note(String action, Refusal refusal, WalletToken token, @Nullable Address wallet) {
        if (attempts.state(token).isEmpty()) return;
        audit.recordSeldom(
                AuditEvent.of(action)
                        .outcome(refusal.slug())
                        .network("idena")
                        .wallet(wallet == null ? null : AccountId.idena(wallet).toString()),
                token.hash());
    }
}
