package org.gatehouse.config;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Which keys people may see the values of. A key that is not named here is taken for a secret. */
final class Showable {
    private static final Set<String> TEXTS = Set.of(
            "gatehouse.public-url",
            "gatehouse.trusted-proxies",
            "gatehouse.db.user",
            "gatehouse.signin.lifetime",
            "gatehouse.signin.wallets",
            "gatehouse.session.lifetime",
            "gatehouse.session.idle",
            "gatehouse.idena.nonce-lifetime",
            "gatehouse.idena.nonces-per-token",
            "gatehouse.idena.client-tokens",
            "gatehouse.idena.client-token-lifetime",
            "gatehouse.idena.source",
            "gatehouse.idena.timeout",
            "gatehouse.idena.state-cache",
            "gatehouse.selfkey.lws-library-integrity",
            "gatehouse.selfkey.challenge-lifetime",
            "gatehouse.selfkey.wallet-token-lifetime",
            "gatehouse.selfkey.did-ledger",
            "gatehouse.selfkey.ethereum-timeout",
            "gatehouse.file.store",
            "gatehouse.file.directory",
            "gatehouse.file.quota",
            "gatehouse.file.scanner",
            "gatehouse.kyc.abandoned-days",
            "gatehouse.kyc.keep-days-when-erased",
            "gatehouse.admin-wallets",
            "gatehouse.audit.checkpoint-every",
            "gatehouse.audit.checkpoint-file",
            "gatehouse.audit.keep",
            "gatehouse.branding.directory",
            "gatehouse.clients-file",
            "gatehouse.kyc.templates",
            "gatehouse.token.access-lifetime",
            "gatehouse.token.id-lifetime",
            "gatehouse.token.refresh-lifetime",
            "gatehouse.token.refresh-idle",
            "gatehouse.token.key-lifetime",
            "gatehouse.token.key-lead",
            "gatehouse.practice-wallet");
    /** Addresses, in which a user and a password may stand. */
    private static final Set<String> ADDRESSES = Set.of(
            "gatehouse.db.url",
            "gatehouse.idena.web-app",
            "gatehouse.idena.node-url",
            "gatehouse.idena.api-url",
            "gatehouse.selfkey.lws-library",
            "gatehouse.demo-url");
    /** Addresses whose path may be a secret. */
    private static final Set<String> HOSTS = Set.of("gatehouse.selfkey.ethereum-rpc");

    private static final Pattern USER = Pattern.compile("//[^/?;]*@");
    private static final Pattern SECRET =
            Pattern.compile("([?&;][^=&;]*(?:pass|pwd|secret|key|token|user)[^=&;]*=)[^&;]*", Pattern.CASE_INSENSITIVE);
    private static final Map<String, UnaryOperator<String>> FORMS = forms();

    private Showable() {}

    private static Map<String, UnaryOperator<String>> forms() {
        Map<String, UnaryOperator<String>> forms = new HashMap<>();
        TEXTS.forEach(key -> forms.put(key, UnaryOperator.identity()));
        ADDRESSES.forEach(key -> forms.put(key, Showable::address));
        HOSTS.forEach(key -> forms.put(key, Showable::host));
        return forms;
    }

    /** What is shown of this value of the key; empty where nothing is. */
    static Optional<String> of(String key, String value) {
        return Optional.ofNullable(FORMS.get(key)).map(form -> form.apply(value));
    }

    /** Whether something of the key's value is shown. */
    static boolean shows(String key) {
        return FORMS.containsKey(key);
    }

    private static String address(String value) {
        return SECRET.matcher(USER.matcher(value).replaceAll("//")).replaceAll("$1…");
    }

    private static String host(String value) {
        try {
            URI uri = URI.create(value);
            return uri.getHost() == null ? "…" : uri.getScheme() + "://" + uri.getHost() + "/…";
        } catch (IllegalArgumentException e) {
            return "…";
        }
    }
}
