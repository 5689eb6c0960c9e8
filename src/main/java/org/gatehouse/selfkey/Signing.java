package org.gatehouse.selfkey;

import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.gatehouse.endpoint.Refusal;
import org.gatehouse.endpoint.Refused;
import org.gatehouse.wallet.AccountId;
import org.gatehouse.wallet.Did;

/** What a wallet's answer to a challenge came to: it is {@link Signed} or {@link Refused}. */
sealed interface Signing {
    /** The answer to a request: of the call, where the wallet signed, and of the refusal otherwise. */
    Response answer(Function<Signed, Response> call);

    /**
     * The wallet signed.
     *
     * @param did who it is
     * @param wallet whose key it was
     */
    record Signed(Did did, AccountId wallet) implements Signing {
        @Override
        public Response answer(Function<Signed, Response> call) {
            return call.apply(this);
        }
    }

    /** It did not, or not so that it counts. */
    record Refused(Refusal refusal) implements Signing {
        @Override
        public Response answer(Function<Signed, Response> call) {
            return refusal.response();
        }
    }
}
