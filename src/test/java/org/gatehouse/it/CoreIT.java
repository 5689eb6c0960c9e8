package org.gatehouse.it;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What a server and a database could do otherwise together: sign-ins, tokens, keys, races, the trail. {@link GatehouseIT} has every topic on each server and on each
 * database; the two pairs that it leaves out have these.
 */
@ExtendWith(ArquillianExtension.class)
class CoreIT
        implements HealthTopic,
                IdenaProtocolTopic,
                RaceTopic,
                SignInFlowTopic,
                LinkingTopic,
                LwsLoginTopic,
                LwsFilesTopic,
                TokenEndpointTopic,
                KeysTopic,
                ClientsTopic,
                PeopleTopic,
                KycApplicationsTopic,
                KycRaceTopic,
                AuditTopic {
    private final GatehouseSystem gatehouse = new GatehouseSystem(TestBed.url());

    @Deployment(testable = false)
    static WebArchive war() {
        return GatehouseIT.war();
    }

    @Override
    public GatehouseSystem gatehouse() {
        return gatehouse;
    }
}
