package org.gatehouse.it;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.File;
import java.io.StringReader;
import java.util.Map;
import org.gatehouse.portal.ElytronPerson;
import org.gatehouse.portal.ElytronSignOut;
import org.gatehouse.portal.HumansResource;
import org.gatehouse.portal.PortalApi;
import org.gatehouse.portal.PortalLogin;
import org.gatehouse.portal.PortalPerson;
import org.gatehouse.portal.PortalSettings;
import org.gatehouse.portal.PortalSignOut;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * An application that signs its people in by what its server has for OpenID Connect: Jakarta Security on Payara, {@code elytron-oidc-client} on WildFly. It
 * is made of what {@code docs/portals.md} shows.
 */
final class Portal {
    private static final String BEANS =
            "<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"4.0\" bean-discovery-mode=\"annotated\"/>";

    private final boolean wildfly;
    private final Map<String, String> files;

    private Portal(boolean wildfly) {
        this.wildfly = wildfly;
        this.files = Document.PORTALS.files(wildfly ? "WildFly" : "Payara");
    }

    /** The portal for the server of this run. */
    static Portal here() {
        return new Portal("wildfly".equals(TestBed.server()));
    }

    /** Its entry of the clients file. Its access tokens are valid for a minute only, so that a test sees a refresh. */
    JsonObject client() {
        return Json.createObjectBuilder(json("clients.json"))
                .add("access_lifetime", "PT1M")
                .add("id_lifetime", "PT1M")
                .build();
    }

    /** The secret that it shares with Gatehouse. */
    String secret() {
        return client().getString("client_secret");
    }

    /** Writes its WAR. */
    void writeTo(File file) {
        WebArchive war = ShrinkWrap.create(WebArchive.class)
                .addClasses(PortalApi.class, HumansResource.class, PortalPerson.class.getSuperclass())
                .addAsWebResource(new StringAsset("Welcome"), "index.html")
                .addAsWebInfResource(new StringAsset(BEANS), "beans.xml")
                .setWebXML(new StringAsset(text("WEB-INF/web.xml")));
        if (wildfly) {
            war.addClasses(ElytronPerson.class, ElytronSignOut.class)
                    .addAsWebInfResource(new StringAsset(oidcJson()), "oidc.json");
        } else {
            war.addClasses(PortalLogin.class, PortalSettings.class, PortalSignOut.class, PortalPerson.class);
        }
        war.as(ZipExporter.class).exportTo(file, true);
    }

    /** As the document has it, but that a token counts as expired when it is two seconds old. */
    private String oidcJson() {
        return Json.createObjectBuilder(json("WEB-INF/oidc.json"))
                .add("token-minimum-time-to-live", 58)
                .build()
                .toString();
    }

    private JsonObject json(String name) {
        return Json.createReader(new StringReader(text(name))).readObject();
    }

    private String text(String name) {
        String text = files.get(name);
        if (text == null) throw new AssertionError("docs/portals.md does not show " + name);
        return text.replace("https://gatehouse.example.org", TestBed.url())
                .replace("https://intranet.example.org", TestBed.intranetUrl());
    }
}
