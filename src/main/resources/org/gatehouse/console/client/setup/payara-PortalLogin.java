@ApplicationScoped
@OpenIdAuthenticationMechanismDefinition(
        providerURI = "${settings.gatehouse}",
        clientId = "{{client_id}}",
        clientSecret = "${settings.secret}",
        redirectURI = "{{redirect_uri}}",
        redirectToOriginalResource = true,
        scope = {"openid", "profile"},
        claimsDefinition = @ClaimsDefinition(callerNameClaim = "preferred_username", callerGroupsClaim = "{{groups_claim}}"),
        tokenAutoRefresh = true,
        logout = @LogoutDefinition(notifyProvider = true, redirectURI = "${baseURL}/"))
@DeclareRoles({"Newbie", "Verified", "Human"})
public class PortalLogin {}
