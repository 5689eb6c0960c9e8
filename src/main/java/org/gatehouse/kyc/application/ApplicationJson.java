package org.gatehouse.kyc.application;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gatehouse.attribute.AttributeTypes;
import org.gatehouse.attribute.Requirement;
import org.gatehouse.endpoint.RootEndpoint;
import org.gatehouse.http.Json;
import org.gatehouse.kyc.template.Question;
import org.jspecify.annotations.Nullable;

/**
 * Applications as JSON, in one shape for all who read it: the wallet looks for {@code isAdditional} and {@code schemaId} of an attribute, KYC-Chain's clients for
 * {@code label}, {@code optional}, {@code schema}, {@code valid} and {@code value}.
 */
public final class ApplicationJson {
    private ApplicationJson() {}

    /**
     * An application.
     *
     * @param log what happened to it; that which is not for applicants is left out
     * @return to add more to; {@code template} is the template's id
     */
    public static JsonObjectBuilder of(Application application, List<Entry> log) {
        JsonObjectBuilder attributes = Json.object();
        application.dossier().attributes().forEach((id, attribute) -> attributes.add(id, attribute(attribute)));
        JsonArrayBuilder questions = Json.array();
        application.dossier().questions().values().forEach(asked -> questions.add(question(asked)));
        JsonObjectBuilder json = Json.object()
                .add("id", application.id())
                .add("template", application.template())
                .add("currentStatus", application.status().code())
                .add("statusName", application.status().title())
                .add("attributes", attributes)
                .add("questions", questions)
                .add("payments", payments(log))
                .add("statusLog", statusLog(log))
                .add("owner", application.account())
                .add("scope", application.client())
                .add("createdAt", application.createdAt().toString())
                .add("updatedAt", application.updatedAt().toString());
        application.parent().ifPresent(parent -> json.add("parent", parent));
        return json;
    }

    /**
     * A bare array of applications.
     *
     * @param logs what happened to them, by their ids
     * @param fields as of {@link #only}
     */
    public static JsonArray list(
            List<Application> applications, Map<String, List<Entry>> logs, @Nullable String fields) {
        JsonArrayBuilder list = Json.array();
        for (Application one : applications)
            list.add(only(of(one, logs.getOrDefault(one.id(), List.of())).build(), fields));
        return list.build();
    }

    /**
     * An application with some of its members.
     *
     * @param fields their names, with commas between them; all where it is null. The id is always there
     */
    public static JsonObject only(JsonObject application, @Nullable String fields) {
        if (fields == null) return application;
        List<String> names = List.of(fields.split(",", -1));
        JsonObjectBuilder chosen = Json.object();
        application.forEach((name, value) -> {
            if (name.equals("id") || names.contains(name)) chosen.add(name, value);
        });
        return chosen.build();
    }

    /** What whoever has applied is told, with the address of the application's page. */
    static JsonObject made(RootEndpoint root, Application made) {
        return Json.object()
                .add("id", made.id())
                .add("applicationUrl", root.url() + "/applications/" + made.id())
                .build();
    }

    /** One attribute. */
    public static JsonObject attribute(GivenAttribute attribute) {
        Requirement requirement = attribute.requirement();
        String schemaId = AttributeTypes.schemaId(requirement.attribute());
        JsonObjectBuilder json = Json.object()
                .add("id", requirement.id())
                .add("label", requirement.called())
                .add("title", requirement.called())
                .add("optional", !requirement.required())
                .add("required", requirement.required())
                .add("schema", schemaId)
                .add("schemaId", schemaId)
                .add("isAdditional", attribute.additional())
                .add("valid", !attribute.refused());
        attribute.description().ifPresent(text -> json.add("description", text));
        attribute.data().ifPresent(data -> json.add("value", data));
        return json.build();
    }

    private static JsonObject question(AskedQuestion asked) {
        Question question = asked.question();
        JsonArrayBuilder options = Json.array();
        question.options().forEach(options::add);
        JsonObjectBuilder json = Json.object()
                .add("id", question.id())
                .add("label", question.label())
                .add("type", question.type().name().toLowerCase(Locale.ROOT))
                .add("options", options)
                .add("optional", !question.required())
                .add("required", question.required())
                .add("isAdditional", asked.additional())
                .add("valid", !asked.refused());
        question.description().ifPresent(text -> json.add("description", text));
        asked.answer().ifPresent(answer -> json.add("answer", answer));
        return json.build();
    }

    private static JsonArrayBuilder payments(List<Entry> log) {
        JsonArrayBuilder payments = Json.array();
        log.stream()
                .filter(entry -> entry.kind() == Entry.Kind.PAYMENT)
                .forEach(entry -> payments.add(Json.object()
                        .add("id", entry.id())
                        .add("transactionHash", entry.subject().orElse(""))
                        .add("createdAt", entry.at().toString())));
        return payments;
    }

    private static JsonArrayBuilder statusLog(List<Entry> log) {
        JsonArrayBuilder statuses = Json.array();
        for (Entry entry : log) entry.status().ifPresent(status -> statuses.add(status(entry, status)));
        return statuses;
    }

    private static JsonObjectBuilder status(Entry entry, ApplicationStatus status) {
        JsonObjectBuilder json = Json.object()
                .add("_id", entry.id())
                .add("code", status.code())
                .add("statusName", status.title())
                .add("timestamp", entry.at().toString())
                .add("user", Json.object().add("name", name(entry.actor())));
        entry.text().ifPresent(note -> json.add("note", note));
        return json;
    }

    /** What is said between the applicant and the reviewers, the oldest first. */
    public static JsonArray messages(List<Entry> log) {
        JsonArrayBuilder messages = Json.array();
        log.stream()
                .filter(entry -> entry.kind() == Entry.Kind.MESSAGE)
                .forEach(entry -> messages.add(Json.object()
                        .add("id", entry.id())
                        .add("user", Json.object().add("name", name(entry.actor())))
                        .add("roles", Json.array().add(name(entry.actor()).toLowerCase(Locale.ROOT)))
                        .add("createdAt", entry.at().toString())
                        .add("message", entry.text().orElse(""))));
        return messages.build();
    }

    /** Who it was, without saying who. */
    private static String name(Actor actor) {
        return switch (actor.kind()) {
            case APPLICANT -> "Applicant";
            case API_KEY, REVIEWER -> "Reviewer";
            case SYSTEM -> "Gatehouse";
        };
    }
}
