package org.gatehouse.portal;

import jakarta.annotation.security.DeclareRoles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.authentication.mechanism.http.OpenIdAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.openid.ClaimsDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.openid.LogoutDefinition;

/** Jakarta Security sends people to Gatehouse. */
@ApplicationScoped
@OpenIdAuthenticationMechanismDefinition(
        providerURI = "${settings.gatehouse}",
        clientId = "intranet",
        clientSecret = "${settings.secret}",
        redirectURI = "${baseURL}/callback",
        redirectToOriginalResource = true,
        scope = {"openid", "profile"},
        claimsDefinition = @ClaimsDefinition(callerNameClaim = "preferred_username", callerGroupsClaim = "groups"),
        tokenAutoRefresh = true,
        // Not in the document: a token of a minute counts as expired after two seconds, so that no test waits longer.
        tokenMinValidity = 58_000,
        logout = @LogoutDefinition(notifyProvider = true, redirectURI = "${baseURL}/"))
@DeclareRoles({"Newbie", "Verified", "Human"})
public class PortalLogin {}
