@Bean
SecurityFilterChain portal(HttpSecurity http, ClientRegistrationRepository clients) throws Exception {
    var signOut = new OidcClientInitiatedLogoutSuccessHandler(clients);
    signOut.setPostLogoutRedirectUri("{baseUrl}/");
    return http.authorizeHttpRequests(requests ->
                    requests.requestMatchers("/humans").hasRole("Human").anyRequest().authenticated())
            .oauth2Login(Customizer.withDefaults())
            .logout(logout -> logout.logoutSuccessHandler(signOut))
            .oidcLogout(logout -> logout.backChannel(Customizer.withDefaults()))
            .build();
}

/** The groups of the ID token are the roles. */
@Bean
GrantedAuthoritiesMapper roles() {
    return authorities -> authorities.stream()
            .filter(OidcUserAuthority.class::isInstance)
            .flatMap(person -> ((OidcUserAuthority) person).getIdToken().getClaimAsStringList("{{groups_claim}}").stream())
            .map(group -> new SimpleGrantedAuthority("ROLE_" + group))
            .collect(Collectors.toSet());
}
