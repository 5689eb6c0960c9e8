package org.gatehouse.selfkey;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Map;
import org.gatehouse.endpoint.ApplicantSource;
import org.gatehouse.endpoint.Bearer;
import org.gatehouse.endpoint.Calling;
import org.gatehouse.endpoint.Refusal;
import org.gatehouse.endpoint.RootEndpoint;
import org.gatehouse.endpoint.RootEndpoints;
import org.gatehouse.token.HeaderType;
import org.gatehouse.token.IssuedToken;
import org.gatehouse.token.SigningAlgorithm;
import org.gatehouse.token.TokenCheck;
import org.gatehouse.token.TokenChecker;
import org.gatehouse.token.TokenIssuer;
import org.gatehouse.token.TokenRequest;
import org.gatehouse.token.TokenType;
import org.gatehouse.wallet.AccountId;
import org.jspecify.annotations.Nullable;

/** Wallet tokens: what a wallet gets for its signature, and shows with every further call. */
@Dependent
class WalletTokens implements ApplicantSource {
    private static final String AUTH_TIME = "auth_time";
    private static final String AUTHORIZATION = "Authorization";

    private final RootEndpoints roots;
    private final TokenIssuer issuer;
    private final TokenChecker checker;
    private final SelfkeySettings settings;

    @Inject
    WalletTokens(RootEndpoints roots, TokenIssuer issuer, TokenChecker checker, SelfkeySettings settings) {
        this.roots = roots;
        this.issuer = issuer;
        this.checker = checker;
        this.settings = settings;
    }

    /**
     * Mints the token of a wallet that has answered a challenge just now.
     *
     * @param did the DID under which it did, in canonical form; the token's {@code sub}
     * @param asked when it was asked to sign, in whole seconds; the token's {@code auth_time}. When it signed, nobody here knows: whoever brings challenge and
     *     signature may have held them back
     */
    IssuedToken issue(RootEndpoint root, AccountId wallet, String did, Instant asked) {
        return issuer.issue(new TokenRequest(
                TokenType.WALLET,
                HeaderType.JWT,
                SigningAlgorithm.valueOf(root.profile().algorithm()),
                false,
                did,
                root.url(),
                settings.walletToken(),
                Map.of("wallet", wallet.toString(), AUTH_TIME, asked.getEpochSecond())));
    }

    /**
     * Finds out who calls.
     *
     * @param client the {@code client_id} in the path
     * @param authorization the {@code Authorization} header, or null
     */
    Holding holder(String client, @Nullable String authorization) {
        return roots.find(client)
                .<Holding>map(root -> holder(root, authorization))
                .orElseGet(() -> new Holding.Refused(Refusal.NOT_FOUND, RootEndpoints.UNKNOWN));
    }

    @Override
    public boolean claims(HttpServletRequest request) {
        return request.getHeader(AUTHORIZATION) != null;
    }

    @Override
    public Calling identify(RootEndpoint root, HttpServletRequest request) {
        return holder(root, request.getHeader(AUTHORIZATION)).calling();
    }

    private Holding holder(RootEndpoint root, @Nullable String authorization) {
        return Bearer.token(authorization, token -> checked(root, token), Holding.Refused::new);
    }

    private Holding checked(RootEndpoint root, String token) {
        return checker.check(token, TokenType.WALLET, root.url())
                .valid()
                .<Holding>map(valid -> new Holding.Valid(holder(root, valid)))
                .orElseGet(() -> new Holding.Refused(Refusal.TOKEN_INVALID, "Invalid token"));
    }

    private static Holder holder(RootEndpoint root, TokenCheck.Valid valid) {
        AccountId wallet = AccountId.parse(String.valueOf(valid.claims().get("wallet")));
        Instant signedAt = Instant.ofEpochSecond(
                Long.parseLong(String.valueOf(valid.claims().get(AUTH_TIME))));
        return new Holder(root, wallet, valid.subject(), signedAt);
    }
}
