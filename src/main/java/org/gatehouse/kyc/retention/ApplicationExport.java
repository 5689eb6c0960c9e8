package org.gatehouse.kyc.retention;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.stream.JsonGenerator;
import java.util.Locale;
import java.util.Optional;
import org.gatehouse.kyc.application.Application;
import org.gatehouse.kyc.application.Applications;
import org.gatehouse.kyc.application.AskedQuestion;
import org.gatehouse.kyc.application.Dossier;
import org.gatehouse.kyc.application.Entry;
import org.gatehouse.kyc.application.Erasure;
import org.gatehouse.kyc.application.GivenAttribute;

/** Writes the applications of people, one after the other. What reviewers tell one another is theirs, and who they are as well. */
@Dependent
class ApplicationExport {
    private final Erasure erasure;
    private final Applications applications;

    @Inject
    ApplicationExport(Erasure erasure, Applications applications) {
        this.erasure = erasure;
        this.applications = applications;
    }

    void write(String account, JsonGenerator json) {
        json.writeStartArray();
        erasure.all(account)
                .forEach((id, client) ->
                        applications.find(id, client).ifPresent(application -> write(application, json)));
        json.writeEnd();
    }

    private void write(Application application, JsonGenerator json) {
        json.writeStartObject()
                .write("id", application.id())
                .write("client_id", application.client())
                .write("template", application.template())
                .write("template_version", application.templateVersion())
                .write("status", application.status().code())
                .write("status_name", application.status().title())
                .write("created_at", application.createdAt().toString())
                .write("updated_at", application.updatedAt().toString());
        text("member_of", application.parent(), json);
        text("decided_at", application.decidedAt().map(Object::toString), json);
        text("erase_at", application.eraseAt().map(Object::toString), json);
        write(application.dossier(), json);
        json.writeStartArray("log");
        applications.entries(application.id()).stream()
                .filter(entry -> entry.kind().forApplicant())
                .forEach(entry -> write(entry, json));
        json.writeEnd().writeEnd();
    }

    private static void write(Dossier dossier, JsonGenerator json) {
        json.writeStartObject("attributes");
        dossier.attributes().forEach((id, attribute) -> write(id, attribute, json));
        json.writeEnd().writeStartObject("questions");
        dossier.questions().forEach((id, question) -> write(id, question, json));
        json.writeEnd();
        dossier.member().ifPresent(member -> {
            json.writeStartObject("member").writeStartArray("roles");
            member.roles().forEach(json::write);
            json.writeEnd();
            text("shares", member.shares(), json);
            json.writeEnd();
        });
    }

    private static void write(String id, GivenAttribute attribute, JsonGenerator json) {
        json.writeStartObject(id)
                .write("attribute", attribute.requirement().attribute())
                .write("refused", attribute.refused());
        text("title", attribute.requirement().title(), json);
        attribute.data().ifPresent(data -> json.write("data", data));
        json.writeEnd();
    }

    private static void write(String id, AskedQuestion asked, JsonGenerator json) {
        json.writeStartObject(id).write("label", asked.question().label()).write("refused", asked.refused());
        asked.answer().ifPresent(answer -> json.write("answer", answer));
        json.writeEnd();
    }

    private static void write(Entry entry, JsonGenerator json) {
        json.writeStartObject()
                .write("at", entry.at().toString())
                .write("what", entry.kind().name().toLowerCase(Locale.ROOT))
                .write("by", entry.actor().kind().name().toLowerCase(Locale.ROOT));
        entry.status().ifPresent(status -> json.write("status", status.code()));
        text("subject", entry.subject(), json);
        text("text", entry.text(), json);
        json.writeEnd();
    }

    private static void text(String name, Optional<String> value, JsonGenerator json) {
        value.ifPresent(text -> json.write(name, text));
    }
}
