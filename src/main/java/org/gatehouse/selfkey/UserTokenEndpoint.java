package org.gatehouse.selfkey;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.gatehouse.account.Accounts;
import org.gatehouse.audit.Audit;
import org.gatehouse.client.Client;
import org.gatehouse.database.Conflict;
import org.gatehouse.http.Json;
import org.gatehouse.http.JsonAnswer;
import org.gatehouse.wallet.AccountId;

/** Gives user tokens to those whom the client lets in. */
@Dependent
class UserTokenEndpoint {
    private final WalletTokens wallets;
    private final Accounts accounts;
    private final UserTokens tokens;
    private final Audit audit;

    @Inject
    UserTokenEndpoint(WalletTokens wallets, Accounts accounts, UserTokens tokens, Audit audit) {
        this.wallets = wallets;
        this.accounts = accounts;
        this.tokens = tokens;
        this.audit = audit;
    }

    /** Answers a wallet: 200 with the token under both names that wallets and pages read. */
    Response answer(String client, HttpServletRequest request) {
        return wallets.holder(client, request.getHeader("Authorization")).answer(holder -> answer(holder, request));
    }

    private Response answer(Holder holder, HttpServletRequest request) {
        Client client = holder.root().client();
        if (!Meta.readable(request.getQueryString())) return Refusal.ATTRIBUTES_INVALID.response(Meta.EXPECTED);
        Optional<Response> refusal = refusal(client, holder.wallet());
        if (refusal.isPresent()) return refusal.get();
        // Another call of the same new wallet may be faster and make its account; then it is there.
        String account = Conflict.again(() -> accounts.ofWallet(holder.wallet()));
        if (!accounts.open(account)) return Refusal.FORBIDDEN.response("This account is blocked");
        String token = tokens.issue(
                client,
                accounts.person(account, holder.wallet()),
                holder.signedAt(),
                Origins.page(request.getHeader("Origin")));
        audit.record("selfkey.user-token", "ok", account, holder.wallet().toString(), client.id());
        return JsonAnswer.ok(Json.object().add("token", token).add("jwt", token).build());
    }

    /** Before anything is stored: whom the client does not let in gets no account. */
    private Optional<Response> refusal(Client client, AccountId wallet) {
        return switch (client.admission().decide(wallet, () -> accounts.standing(wallet))) {
            case ADMITTED -> Optional.empty();
            case WRONG_WALLET -> Optional.of(Refusal.FORBIDDEN.response("This site does not take this kind of wallet"));
            case STATE_TOO_LOW -> Optional.of(Refusal.FORBIDDEN.response("This site asks for a higher Idena state"));
            case STATE_UNKNOWN -> Optional.of(Refusal.UNAVAILABLE.response());
        };
    }
}
