package org.gatehouse.idena;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gatehouse.database.Conflict;
import org.gatehouse.http.Json;
import org.gatehouse.http.ProblemMapper;
import org.gatehouse.http.Root;
import org.gatehouse.http.Under;
import org.gatehouse.session.Attempts;
import org.gatehouse.session.WalletToken;
import org.gatehouse.wallet.Address;
import org.gatehouse.wallet.Signature;
import org.jspecify.annotations.Nullable;

/**
 * The four calls of Sign-in with Idena (idena-docs, developer/desktop/sign-in). Letter case and a slash at the end of the path do not matter, as in the
 * reference server; nothing is ever redirected, since wallets turn a redirected POST into a GET.
 *
 * <p>Pages of any origin may make the two calls of the wallets, as the desktop app's window has none; they carry no cookie.
 */
@Under(Root.IDENA)
@Path("{version}/{call: [^/]+}{end: /?}")
@RequestScoped
public class IdenaResource {
    private static final Logger LOG = System.getLogger(IdenaResource.class.getName());

    @Inject
    IdenaSignIn signIn;

    @Inject
    Attempts attempts;

    @PathParam("version")
    String version;

    @PathParam("call")
    String call;

    /** {@code start-session} and {@code authenticate} of wallets, {@code logout} of the caller that made its own token. */
    @POST
    @PermitAll
    public Response post(InputStream body) {
        return switch (call.toLowerCase(Locale.ROOT)) {
            case "start-session" -> forWallets(answer(Answer::refused, () -> startSession(body)));
            case "authenticate" -> forWallets(answer(Answer::notAuthenticated, () -> authenticate(body)));
            case "logout" -> answer(Answer::refused, () -> logout(body));
            default -> Response.status(Response.Status.NOT_FOUND).build();
        };
    }

    /** {@code get-account}: who signed in with the token that the caller made. */
    @GET
    @PermitAll
    public Response get(@QueryParam("token") @Nullable String token) {
        if (!call.equalsIgnoreCase("get-account"))
            return Response.status(Response.Status.NOT_FOUND).build();
        return answer(Answer::refused, () -> WalletToken.parse(token == null ? "" : token)
                .flatMap(attempts::provenElsewhere)
                .map(wallet -> Answer.ok("address", wallet.address().toString()))
                .orElseGet(() -> Answer.refused(Refusal.NO_DATA)));
    }

    /** The preflight request of the desktop app. */
    @OPTIONS
    @PermitAll
    public Response options() {
        return switch (call.toLowerCase(Locale.ROOT)) {
            case "start-session", "authenticate" ->
                forWallets(Response.noContent().build());
            default -> Response.noContent().build();
        };
    }

    private Response startSession(InputStream body) {
        Optional<JsonObject> request = Json.read(body);
        if (request.isEmpty()) return Answer.refused(Refusal.NOT_JSON);
        Optional<WalletToken> token = Json.string(request.get(), "token").flatMap(WalletToken::parse);
        if (token.isEmpty()) return Answer.refused(Refusal.BAD_TOKEN);
        Optional<Address> address = Json.string(request.get(), "address").flatMap(text -> parsed(Address::parse, text));
        if (address.isEmpty()) return refused(token.get(), Refusal.BAD_ADDRESS, Answer::refused);
        Started started = Conflict.again(() -> signIn.start(token.get(), address.get()));
        if (started instanceof Started.Issued issued) return Answer.ok("nonce", issued.nonce());
        return refused(token.get(), ((Started.Refused) started).refusal(), Answer::refused);
    }

    private Response authenticate(InputStream body) {
        Optional<JsonObject> request = Json.read(body);
        if (request.isEmpty()) return Answer.notAuthenticated(Refusal.NOT_JSON);
        Optional<WalletToken> token = Json.string(request.get(), "token").flatMap(WalletToken::parse);
        if (token.isEmpty()) return Answer.notAuthenticated(Refusal.BAD_TOKEN);
        Optional<Signature> signature =
                Json.string(request.get(), "signature").flatMap(text -> parsed(Signature::parse, text));
        if (signature.isEmpty()) return refused(token.get(), Refusal.BAD_SIGNATURE, Answer::notAuthenticated);
        Authenticated authenticated = signIn.authenticate(token.get(), signature.get());
        if (authenticated instanceof Authenticated.Refused refused)
            return refused(token.get(), refused.refusal(), Answer::notAuthenticated);
        return Answer.ok("authenticated", authenticated instanceof Authenticated.Yes);
    }

    private Response logout(InputStream body) {
        Optional<JsonObject> request = Json.read(body);
        if (request.isEmpty()) return Answer.refused(Refusal.NOT_JSON);
        Optional<WalletToken> token = Json.string(request.get(), "token").flatMap(WalletToken::parse);
        return Answer.ok("loggedout", token.isPresent() && attempts.endElsewhere(token.get()));
    }

    /** Every answer of this protocol is a 200 in its own shape, faults included. */
    private Response answer(Function<Refusal, Response> shape, Supplier<Response> work) {
        if (!version.equalsIgnoreCase("v1")) return shape.apply(Refusal.BAD_VERSION);
        try {
            return work.get();
        } catch (RuntimeException e) {
            ProblemMapper.of(e);
            return shape.apply(Refusal.UNAVAILABLE);
        }
    }

    /** The wallet shows the sentence of one answer; the waiting page is told as well. */
    private Response refused(WalletToken token, Refusal refusal, Function<Refusal, Response> shape) {
        LOG.log(Level.INFO, "refused: {0}", refusal.slug());
        attempts.refuse(token, refusal.slug());
        return shape.apply(refusal);
    }

    private static Response forWallets(Response response) {
        return Response.fromResponse(response)
                .header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Allow-Methods", "POST, OPTIONS")
                .header("Access-Control-Allow-Headers", "Content-Type")
                .header("Access-Control-Max-Age", "86400")
                .build();
    }

    private static <T> Optional<T> parsed(Function<String, T> parse, String text) {
        try {
            return Optional.of(parse.apply(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
