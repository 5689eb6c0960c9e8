package org.gatehouse.it;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.File;
import java.io.StringReader;
import java.net.http.HttpRequest.BodyPublishers;
import org.gatehouse.rpums.UserSystem;
import org.gatehouse.rpums.Users;
import org.gatehouse.rpums.UsersResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** A relying party with a user system of its own, which takes our wallet tokens. It is made of what {@code docs/selfkey.md} shows. */
final class RelyingParty {
    /** Its client id. */
    static final String CLIENT = "shop";

    private static final String BEANS =
            "<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"4.0\" bean-discovery-mode=\"annotated\"/>";

    private RelyingParty() {}

    /** Its entry of the clients file. */
    static JsonObject client() {
        return Json.createReader(new StringReader(text("clients.json"))).readObject();
    }

    /** The origin of its pages, which is not ours. */
    static String origin() {
        return TestBed.shopUrl().replaceFirst("(https?://[^/]+).*", "$1");
    }

    /** Its page: challenge and reply are with us, everything else is its own. */
    static LwsSite page(GatehouseSystem gatehouse) {
        String api = TestBed.shopUrl() + "/api";
        return LwsSite.of(gatehouse, CLIENT, origin())
                .with("/users", api + "/users")
                .with("/users/token", api + "/auth/token")
                .with("login", api + "/login");
    }

    /** Signs up there with this token; gives the status. */
    static int signUp(String token) {
        return GatehouseSystem.exchange(Browser.to(TestBed.shopUrl() + "/api/users")
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"attributes\":[]}")))
                .statusCode();
    }

    /** Writes its WAR. */
    static void writeTo(File file) {
        ShrinkWrap.create(WebArchive.class)
                .addClasses(UserSystem.class, UsersResource.class, Users.class)
                .addAsResource(
                        new StringAsset(text("META-INF/microprofile-config.properties")),
                        "META-INF/microprofile-config.properties")
                .addAsWebInfResource(new StringAsset(BEANS), "beans.xml")
                .setWebXML(new StringAsset(text("WEB-INF/web.xml")))
                .as(ZipExporter.class)
                .exportTo(file, true);
    }

    private static String text(String name) {
        String text = Document.SELFKEY.files("Your own user system").get(name);
        if (text == null) throw new AssertionError("docs/selfkey.md does not show " + name);
        return text.replace("https://gatehouse.example.org", TestBed.url())
                .replace("https://shop.example.org", origin());
    }
}
