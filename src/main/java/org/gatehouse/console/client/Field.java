package org.gatehouse.console.client;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The members of a client's entry that have a field in the form, in order. What has none stands in the JSON alone. */
public enum Field {
    NAME(Section.GENERAL, Kind.TEXT, "name"),
    CONSENT(Section.GENERAL, Kind.FLAG, "consent"),
    INITIATE_LOGIN_URI(Section.GENERAL, Kind.TEXT, "initiate_login_uri"),

    AUTHENTICATION(
            Section.ADDRESSES,
            Kind.CHOICE,
            "token_endpoint_auth_method",
            "client_secret_basic",
            "client_secret_post",
            "private_key_jwt",
            "none"),
    JWKS_URI(Section.ADDRESSES, Kind.TEXT, "jwks_uri"),
    JWKS(Section.ADDRESSES, Kind.JSON, "jwks"),
    REDIRECT_URIS(Section.ADDRESSES, Kind.LINES, "redirect_uris"),
    POST_LOGOUT_REDIRECT_URIS(Section.ADDRESSES, Kind.LINES, "post_logout_redirect_uris"),
    BACKCHANNEL_LOGOUT_URI(Section.ADDRESSES, Kind.TEXT, "backchannel_logout_uri"),
    PKCE(Section.ADDRESSES, Kind.CHOICE, "pkce", "required", "optional"),

    WALLETS(Section.PEOPLE, Kind.SET, "wallets", "idena", "eip155"),
    MINIMUM_IDENA_STATE(Section.PEOPLE, Kind.CHOICE, "minimum_idena_state", "", "Newbie", "Verified", "Human"),

    SCOPE(Section.TOKENS, Kind.WORDS, "scope", "openid", "profile", "offline_access", "attributes"),
    AUDIENCE(Section.TOKENS, Kind.TEXT, "audience"),
    ALGORITHM(Section.TOKENS, Kind.CHOICE, "algorithm", "RS256", "ES256"),
    TYP(Section.TOKENS, Kind.CHOICE, "typ", "JWT", "at+jwt"),
    JKU(Section.TOKENS, Kind.FLAG, "jku"),
    GROUPS_CLAIM(Section.TOKENS, Kind.TEXT, "groups_claim"),
    ACCESS_LIFETIME(Section.TOKENS, Kind.TEXT, "access_lifetime"),
    ID_LIFETIME(Section.TOKENS, Kind.TEXT, "id_lifetime"),
    REFRESH_LIFETIME(Section.TOKENS, Kind.TEXT, "refresh_lifetime"),
    REFRESH_IDLE(Section.TOKENS, Kind.TEXT, "refresh_idle"),

    SELFKEY(Section.SELFKEY, Kind.FLAG, "selfkey"),
    ORIGINS(Section.SELFKEY, Kind.LINES, "selfkey.origins"),
    WALLET_TOKEN_ALGORITHM(Section.SELFKEY, Kind.CHOICE, "selfkey.wallet_token_algorithm", "ES256", "RS256", "RS512"),
    TEMPLATES(Section.SELFKEY, Kind.LINES, "selfkey.templates"),
    ATTRIBUTES(Section.SELFKEY, Kind.JSON, "selfkey.attributes"),
    CLAIMS(Section.SELFKEY, Kind.JSON, "selfkey.claims");

    /** What stands before the name of a member within {@code selfkey}. */
    static final String WITHIN = "selfkey.";

    private final Section section;
    private final Kind kind;
    private final String member;
    // A list that cannot be changed, of which its type does not tell.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> options;

    Field(Section section, Kind kind, String member, String... options) {
        this.section = section;
        this.kind = kind;
        this.member = member;
        this.options = List.of(options);
    }

    /** The field that has this member, or the one that it stands in, such as {@code selfkey.origins}. */
    static Optional<Field> of(String member) {
        return Arrays.stream(values())
                .filter(field -> member.equals(field.member) || member.startsWith(field.member + "."))
                .max((one, other) -> Integer.compare(one.member.length(), other.member.length()));
    }

    /** The fields of a section. */
    static List<Field> of(Section section) {
        return Arrays.stream(values()).filter(field -> field.section == section).toList();
    }

    /** The member's path in the entry. */
    public String getMember() {
        return member;
    }

    /** Its id in the page. */
    public String getId() {
        return member.replace('.', '_');
    }

    /** How it is written in the page. */
    public String getKind() {
        return kind.name();
    }

    Kind kind() {
        return kind;
    }

    /** What can be chosen; the first is what holds where nothing is. */
    public List<String> getOptions() {
        return options;
    }

    boolean within() {
        return member.startsWith(WITHIN);
    }

    /** The member's own name, in the object that it stands in. */
    String key() {
        return within() ? member.substring(WITHIN.length()) : member;
    }

    /** What stands together in the form. */
    enum Section {
        GENERAL,
        ADDRESSES,
        PEOPLE,
        TOKENS,
        SELFKEY
    }

    /** How a member is written. */
    enum Kind {
        TEXT,
        /** An array of strings, one a line. */
        LINES,
        CHOICE,
        FLAG,
        /** An array of options. */
        SET,
        /** Options with a space between. */
        WORDS,
        JSON
    }
}
