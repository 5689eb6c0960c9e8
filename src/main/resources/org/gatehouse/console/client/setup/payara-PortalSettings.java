@Named("settings")
@ApplicationScoped
public class PortalSettings {
    @Inject
    @ConfigProperty(name = "portal.gatehouse")
    String gatehouse;

    @Inject
    @ConfigProperty(name = "portal.secret")
    String secret;

    public String getGatehouse() {
        return gatehouse;
    }

    public String getSecret() {
        return secret;
    }
}
