package org.gatehouse.it;

import java.io.File;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every topic against one deployment of the WAR that the build made: a deployment of its own for each would cost half a minute. */
@ExtendWith(ArquillianExtension.class)
class GatehouseIT
        implements HealthTopic,
                DemoTopic,
                ApiTopic,
                ClientsTopic,
                IdenaProtocolTopic,
                RaceTopic,
                SignInFlowTopic,
                LinkingTopic,
                LwsLoginTopic,
                LogoutTopic,
                PeopleTopic,
                AuthorizeTopic,
                TokenEndpointTopic,
                DownstreamTopic,
                KeysTopic,
                LwsTokensTopic,
                PortalTopic,
                OpenIdClientTopic,
                LwsChallengeTopic,
                LwsVersionsTopic,
                LwsGuidesTopic,
                LwsVectorsTopic,
                LwsIndependentClientTopic,
                LwsAttacksTopic,
                BrowserTopic,
                AccountPagesTopic,
                ClientsPagesTopic,
                LwsBrowserTopic,
                PagesTopic,
                PageFormsTopic,
                BrandTopic,
                ProxyTopic,
                BadInputTopic,
                LwsSignUpTopic,
                KycApplicationsTopic,
                LwsFilesTopic,
                LwsLargeFilesTopic,
                KycWebhooksTopic,
                KycGroupsTopic,
                KycPrivacyTopic,
                KycPageTopic,
                KycBrowserTopic,
                ReviewDeskTopic,
                KycTemplatesTopic,
                KycGuidesTopic,
                KycVersionsTopic,
                KycNodeLibraryTopic,
                KycAttacksTopic,
                KycVisitsTopic,
                KycRaceTopic,
                KycBadInputTopic,
                RolesTopic,
                ConsolePagesTopic,
                OutageTopic {
    private final GatehouseSystem gatehouse = new GatehouseSystem(TestBed.url());

    @Deployment(testable = false)
    static WebArchive war() {
        return ShrinkWrap.create(ZipImporter.class, TestBed.warName())
                .importFrom(new File("target/gatehouse.war"))
                .as(WebArchive.class);
    }

    @Override
    public GatehouseSystem gatehouse() {
        return gatehouse;
    }
}
