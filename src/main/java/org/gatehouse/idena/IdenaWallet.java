package org.gatehouse.idena;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.gatehouse.http.PublicUrl;
import org.gatehouse.session.Attempt;
import org.gatehouse.session.Offer;
import org.gatehouse.session.WalletOption;

/**
 * The links that open an Idena wallet. The app decodes each value twice and hands it on to the desktop app unencoded, so that the values themselves
 * hold none of {@code & # % +}: the public URL is checked for that, and what we add is letters, digits, slashes and hyphens.
 */
@Dependent
class IdenaWallet implements WalletOption {
    private final IdenaSettings settings;
    private final PublicUrl publicUrl;

    @Inject
    IdenaWallet(IdenaSettings settings, PublicUrl publicUrl) {
        this.settings = settings;
        this.publicUrl = publicUrl;
    }

    @Override
    public String name() {
        return "idena";
    }

    @Override
    public String kind() {
        return "idena";
    }

    @Override
    public Offer.Links offer(Attempt attempt, Optional<String> client) {
        String parameters = parameters(attempt);
        return new Offer.Links(
                settings.webApp() + "?" + parameters + "&callback_target=_self", "dna://signin/v1?" + parameters);
    }

    private String parameters(Attempt attempt) {
        return "token=" + attempt.token().text()
                + parameter("callback_url", "/signin/return/" + attempt.id())
                + parameter("nonce_endpoint", "/idena/v1/start-session")
                + parameter("authentication_endpoint", "/idena/v1/authenticate")
                + parameter("favicon_url", "/favicon.ico");
    }

    private String parameter(String name, String path) {
        return "&" + name + "=" + URLEncoder.encode(publicUrl.at(path), StandardCharsets.UTF_8);
    }
}
