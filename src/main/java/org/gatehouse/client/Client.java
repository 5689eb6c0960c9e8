package org.gatehouse.client;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatehouse.account.Facts;

/**
 * A registered application. {@code docs/clients.md} says what each member is for.
 *
 * @param id its {@code client_id}
 * @param name what people read on our pages
 * @param enabled whether it may do anything at all
 * @param authentication how it proves itself at the token endpoint
 * @param uris its registered addresses
 * @param scope the scopes that it may ask for
 * @param proofKeyRequired whether its requests must come with PKCE (RFC 7636)
 * @param consent whether people are asked what they tell it
 * @param admission whom it lets in
 * @param tokens how its tokens are made
 * @param rules how the groups in its tokens come about; empty for the general rule
 * @param selfkey how people come to it with SelfKey; empty where it has no root endpoint
 */
public record Client(
        String id,
        String name,
        boolean enabled,
        ClientAuthentication authentication,
        ClientUris uris,
        Set<String> scope,
        boolean proofKeyRequired,
        boolean consent,
        Admission admission,
        TokenProfile tokens,
        Optional<List<GroupRule>> rules,
        Optional<SelfkeyProfile> selfkey) {
    /** The scope that makes a request one of OpenID Connect. */
    public static final String OPENID = "openid";
    /** The scope of name and wallet. */
    public static final String PROFILE = "profile";
    /** The scope of refresh tokens that outlive the session. */
    public static final String OFFLINE_ACCESS = "offline_access";
    /** The scope of what the person shares with the client ({@link SelfkeyProfile#claims}). */
    public static final String ATTRIBUTES = "attributes";

    public Client {
        scope = Set.copyOf(scope);
    }

    /** Those of these scopes that the client may have now: what it is registered for, and {@link #OPENID}, which every client may have. */
    public Set<String> allowed(Set<String> asked) {
        return asked.stream()
                .filter(one -> one.equals(OPENID) || scope.contains(one))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The groups of a person in tokens for this client.
     *
     * @param facts what is known of the person; what no rule names is not asked for
     */
    public Set<String> groups(Facts facts) {
        return rules.map(list -> GroupRule.groups(list, facts)).orElseGet(() -> GroupRule.byDefault(facts));
    }

    /**
     * The addresses of a client, each absolute and compared to the letter.
     *
     * @param redirect where codes may go ({@code redirect_uris})
     * @param postLogoutRedirectUris where a browser may go after a sign-out ({@code post_logout_redirect_uris})
     * @param backchannelLogout who is told of the end of a session ({@code backchannel_logout_uri})
     * @param initiateLogin where a browser goes that is signed in here and is to be signed in there ({@code initiate_login_uri}, OpenID Connect Core 1.0
     *     section 4)
     */
    public record ClientUris(
            Set<String> redirect,
            Set<String> postLogoutRedirectUris,
            Optional<URI> backchannelLogout,
            Optional<URI> initiateLogin) {
        public ClientUris {
            redirect = Set.copyOf(redirect);
            postLogoutRedirectUris = Set.copyOf(postLogoutRedirectUris);
        }
    }
}
