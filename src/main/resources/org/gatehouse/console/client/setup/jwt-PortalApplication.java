@ApplicationScoped
@ApplicationPath("api")
@LoginConfig(authMethod = "MP-JWT")
public class PortalApplication extends Application {}

@GET
@RolesAllowed("Human")
public String forHumans() { ... }
