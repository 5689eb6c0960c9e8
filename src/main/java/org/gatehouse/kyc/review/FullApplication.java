package org.gatehouse.kyc.review;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gatehouse.http.Json;
import org.gatehouse.kyc.application.Actor;
import org.gatehouse.kyc.application.Application;
import org.gatehouse.kyc.application.ApplicationJson;
import org.gatehouse.kyc.application.Entry;
import org.gatehouse.kyc.template.Template;

/** An application as servers of relying parties read it: all that wallets read, and what is the reviewers' affair, in the members that KYC-Chain's API has. */
final class FullApplication {
    private final Application application;
    private final Template template;
    private final List<Entry> log;
    private final List<String> members;
    private final Optional<String> did;

    /**
     * @param members the ids of the applications of a company's members
     * @param did the DID of the person who applied, where it is asked for
     */
    FullApplication(
            Application application, Template template, List<Entry> log, List<String> members, Optional<String> did) {
        this.application = application;
        this.template = template;
        this.log = log;
        this.members = members;
        this.did = did;
    }

    JsonObject json() {
        JsonObject wallets = ApplicationJson.of(application, log).build();
        return Json.copy(wallets)
                .add("_id", application.id())
                .add("template", template(wallets))
                .add("type", template.type().name().toLowerCase(Locale.ROOT))
                .add("memberTemplates", memberTemplates())
                .add("questions", questions(wallets))
                .add("owners", Json.array().add(owner(application, did)))
                .add("notes", notes())
                .add("requirementsLog", requirementsLog())
                .add("attachments", attachments())
                .add("managers", managers())
                .add("members", texts(members))
                .add("dataChecks", Json.array())
                .add("forms", Json.array())
                .build();
    }

    /** The person who applied, as far as the application says who. */
    static JsonObject owner(Application application, Optional<String> did) {
        JsonObjectBuilder owner =
                Json.object().add("_id", application.account()).add("id", application.account());
        email(application).ifPresent(email -> owner.add("email", email));
        did.ifPresent(name -> owner.add("did", name));
        return owner.build();
    }

    /** The e-mail address that the application holds. */
    static Optional<String> email(Application application) {
        return application.dossier().attributes().values().stream()
                .filter(one -> one.requirement().attribute().equals("email"))
                .flatMap(one -> one.data().stream())
                .filter(JsonString.class::isInstance)
                .map(value -> ((JsonString) value).getString())
                .findFirst();
    }

    private JsonObjectBuilder template(JsonObject wallets) {
        JsonArrayBuilder uploads = Json.array();
        wallets.getJsonObject("attributes").values().forEach(uploads::add);
        return Json.object()
                .add("_id", template.id())
                .add("id", template.id())
                .add("name", template.name())
                .add(
                        "requirements",
                        Json.object()
                                .add("questions", wallets.getJsonArray("questions"))
                                .add("uploads", uploads)
                                .add("options", Json.object()));
    }

    private JsonArrayBuilder memberTemplates() {
        JsonArrayBuilder list = Json.array();
        template.members().forEach(one -> list.add(Json.object().add("template", one.template())));
        return list;
    }

    /** By their ids, each with its text and answer under KYC-Chain's names too. */
    private static JsonObjectBuilder questions(JsonObject wallets) {
        JsonObjectBuilder questions = Json.object();
        for (JsonObject one : wallets.getJsonArray("questions").getValuesAs(JsonObject.class)) {
            JsonObjectBuilder question = Json.copy(one).add("question", one.getString("label"));
            JsonValue answer = one.get("answer");
            if (answer != null) question.add("value", answer);
            questions.add(one.getString("id"), question);
        }
        return questions;
    }

    /** What reviewers wrote; {@code external} is what the applicant reads too. */
    private JsonArrayBuilder notes() {
        JsonArrayBuilder notes = Json.array();
        log.stream()
                .filter(entry -> entry.kind() == Entry.Kind.NOTE || entry.kind() == Entry.Kind.MESSAGE)
                .forEach(entry -> notes.add(Json.object()
                        .add("_id", entry.id())
                        .add("external", entry.kind() == Entry.Kind.MESSAGE)
                        .add("content", entry.text().orElse(""))
                        .add("owner", entry.actor().text())
                        .add("createdAt", entry.at().toString())));
        return notes;
    }

    /** What happened to single attributes and questions, by their ids. */
    private JsonObjectBuilder requirementsLog() {
        Map<String, JsonArrayBuilder> byId = new TreeMap<>();
        for (Entry entry : log) {
            if (entry.kind() != Entry.Kind.INVALIDATION && entry.kind() != Entry.Kind.CORRECTION) continue;
            JsonObjectBuilder one = Json.object()
                    .add("action", entry.kind().name().toLowerCase(Locale.ROOT))
                    .add("createdAt", entry.at().toString())
                    .add("manager", entry.actor().text());
            entry.text().ifPresent(comment -> one.add("comments", comment));
            byId.computeIfAbsent(entry.subject().orElse(""), id -> Json.array()).add(one);
        }
        JsonObjectBuilder all = Json.object();
        byId.forEach(all::add);
        return all;
    }

    private JsonArrayBuilder attachments() {
        JsonArrayBuilder list = Json.array();
        log.stream()
                .filter(entry -> entry.kind() == Entry.Kind.ATTACHMENT)
                .forEach(entry -> list.add(Json.object()
                        .add("_id", entry.id())
                        .add("type", entry.text().orElse(""))
                        .add("file", entry.subject().orElse(""))
                        .add("createdAt", entry.at().toString())));
        return list;
    }

    private JsonArrayBuilder managers() {
        return texts(application.assignee().map(Actor::text).stream().toList());
    }

    private static JsonArrayBuilder texts(List<String> texts) {
        JsonArrayBuilder list = Json.array();
        texts.forEach(list::add);
        return list;
    }
}
