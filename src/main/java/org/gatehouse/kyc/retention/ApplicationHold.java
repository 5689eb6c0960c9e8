package org.gatehouse.kyc.retention;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.gatehouse.client.ClientHold;
import org.gatehouse.kyc.application.Erasure;

/** A client stays until its applications are erased: what has to be kept must not go with an entry. */
@Dependent
class ApplicationHold implements ClientHold {
    private final Erasure erasure;

    @Inject
    ApplicationHold(Erasure erasure) {
        this.erasure = erasure;
    }

    @Override
    public Optional<String> reason(String client) {
        long count = erasure.count(client);
        return count == 0
                ? Optional.empty()
                : Optional.of("Applications (KYC) are kept for this client: " + count
                        + ". Disable it, and remove it when they are erased.");
    }
}
