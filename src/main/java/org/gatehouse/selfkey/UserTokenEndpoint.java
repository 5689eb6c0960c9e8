package org.gatehouse.selfkey;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.gatehouse.account.Accounts;
import org.gatehouse.account.Person;
import org.gatehouse.audit.Audit;
import org.gatehouse.audit.AuditEvent;
import org.gatehouse.client.Client;
import org.gatehouse.client.Clients;
import org.gatehouse.database.Conflict;
import org.gatehouse.endpoint.Admissions;
import org.gatehouse.endpoint.Origins;
import org.gatehouse.endpoint.Refusal;
import org.gatehouse.endpoint.Refused;
import org.gatehouse.http.Json;
import org.gatehouse.http.JsonAnswer;
import org.gatehouse.people.Memberships;
import org.gatehouse.wallet.AccountId;
import org.jspecify.annotations.Nullable;

/** Gives user tokens to those whom the client lets in. */
@Dependent
class UserTokenEndpoint {
    private static final String ACTION = "selfkey.user-token";
    private static final Pattern META = Pattern.compile("(?:^|&)meta=([^&]*)");
    private static final int META_CHARACTERS = 4_000;

    private final WalletTokens wallets;
    private final Admissions admissions;
    private final Accounts accounts;
    private final SignUps signUps;
    private final Memberships memberships;
    private final UserTokens tokens;
    private final Audit audit;

    @Inject
    UserTokenEndpoint(
            WalletTokens wallets,
            Admissions admissions,
            Accounts accounts,
            SignUps signUps,
            Memberships memberships,
            UserTokens tokens,
            Audit audit) {
        this.wallets = wallets;
        this.admissions = admissions;
        this.accounts = accounts;
        this.signUps = signUps;
        this.memberships = memberships;
        this.tokens = tokens;
        this.audit = audit;
    }

    /** Answers a wallet: 200 with the token under both names that wallets and pages read. */
    Response answer(String client, HttpServletRequest request) {
        return answer(client, request, this::signedUp);
    }

    /** The same, also for who has not signed up, but applied: {@code /login} takes no token of such a person where the client asks for attributes. */
    Response answerApplicants(String client, HttpServletRequest request) {
        return answer(client, request, holder -> signedUp(holder) || applied(holder));
    }

    private Response answer(String client, HttpServletRequest request, Predicate<Holder> known) {
        return wallets.holder(client, request.getHeader("Authorization"))
                .answer(holder -> answer(holder, request, known));
    }

    private Response answer(Holder holder, HttpServletRequest request, Predicate<Holder> known) {
        if (longMeta(request.getQueryString()))
            return Refusal.ATTRIBUTES_INVALID.response("meta has more than " + META_CHARACTERS + " characters");
        Client client = holder.root().client();
        Optional<Refused> unwanted = admissions.refusal(holder.applicant());
        if (unwanted.isPresent()) return unwanted.get().answer();
        if (!known.test(holder)) return Refusal.USER_DOES_NOT_EXIST.response();
        Optional<String> account = account(client, holder.wallet());
        if (account.filter(id -> !accounts.open(id)).isPresent()) {
            audit.recordSeldom(
                    AuditEvent.of(ACTION)
                            .outcome("blocked")
                            .account(account.get())
                            .wallet(holder.wallet().toString())
                            .client(client.id()),
                    account.get());
            return Refusal.FORBIDDEN.response("Nobody can sign in with this wallet any more");
        }
        String page = request.getHeader("Origin");
        Person person = accounts.person(account.orElse(holder.did()), holder.wallet());
        String token = tokens.issue(client, person, holder.signedAt(), Origins.page(page));
        audit.record(ACTION, "ok", account.orElse(null), holder.wallet().toString(), client.id());
        return JsonAnswer.ok(Json.object().add("token", token).add("jwt", token).build());
    }

    /** Of what the page wants handed through, by the parameter {@code meta}, nothing depends. */
    private static boolean longMeta(@Nullable String query) {
        return query != null
                && META.matcher(query)
                        .results()
                        .map(meta -> meta.group(1).replaceAll("%[0-9A-Fa-f]{2}", "x"))
                        .anyMatch(meta -> meta.length() > META_CHARACTERS);
    }

    private boolean signedUp(Holder holder) {
        return signUps.signedUp(holder.root().client(), holder.wallet());
    }

    private boolean applied(Holder holder) {
        return accounts.find(holder.wallet())
                .filter(account ->
                        memberships.known(account, holder.root().client().id()))
                .isPresent();
    }

    /** The person's account; made where an application will know the person by it. On our own pages a new wallet may still be added to an account that is there. */
    private Optional<String> account(Client client, AccountId wallet) {
        if (client.id().equals(Clients.OWN)) return accounts.find(wallet);
        // Another call of the same new wallet may be faster and make its account; then it is there.
        return Optional.of(Conflict.again(() -> accounts.ofWallet(wallet)));
    }
}
