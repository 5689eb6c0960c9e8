package org.gatehouse.kyc.template;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.gatehouse.attribute.AttributeTypes;
import org.gatehouse.attribute.Requirement;
import org.gatehouse.http.Json;

/** Templates as wallets read them: with the members that the integration documents show, and those that wallets look for besides. */
final class WalletForm {
    private WalletForm() {}

    /** A list, in which a template has its id twice: wallets of some versions look for one member, others for the other. */
    static JsonArray list(List<Template> templates) {
        JsonArrayBuilder list = Json.array();
        for (Template template : templates)
            list.add(Json.object()
                    .add("id", template.id())
                    .add("templateId", template.id())
                    .add("name", template.name())
                    .add("description", template.description()));
        return list.build();
    }

    /** All of a template that concerns applicants. */
    static JsonObject whole(Template template) {
        JsonArrayBuilder attributes = Json.array();
        template.attributes().forEach(each -> attributes.add(attribute(each)));
        JsonArrayBuilder members = Json.array();
        template.members().forEach(each -> members.add(member(each)));
        JsonArrayBuilder questions = Json.array();
        template.questions().forEach(each -> questions.add(question(each)));
        return Json.object()
                .add("id", template.id())
                .add("name", template.name())
                .add("description", template.description())
                .add("type", lower(template.type()))
                .add("attributes", attributes)
                .add("memberTemplates", members)
                .add("questions", questions)
                .build();
    }

    private static JsonObjectBuilder attribute(TemplateAttribute attribute) {
        Requirement requirement = attribute.requirement();
        String schemaId = AttributeTypes.schemaId(requirement.attribute());
        return Json.object()
                .add("id", requirement.id())
                .add("schemaId", schemaId)
                .add("schema", schemaId)
                .add("required", requirement.required())
                .add("title", requirement.called())
                .add("description", attribute.description().orElse(""))
                .add("type", requirement.attribute());
    }

    private static JsonObjectBuilder member(MemberTemplate member) {
        JsonObjectBuilder json = Json.object()
                .add("isDefault", member.byDefault())
                .add("template", member.template())
                .add("legalEntityTypes", strings(new TreeSet<>(member.legalEntityTypes())))
                .add("memberRoles", strings(new TreeSet<>(member.roles())));
        member.memberType().ifPresent(type -> json.add("memberType", type));
        return json;
    }

    private static JsonObjectBuilder question(Question question) {
        return Json.object()
                .add("id", question.id())
                .add("label", question.label())
                .add("description", question.description().orElse(""))
                .add("type", lower(question.type()))
                .add("options", strings(question.options()))
                .add("required", question.required());
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static JsonArrayBuilder strings(Collection<String> strings) {
        JsonArrayBuilder array = Json.array();
        strings.forEach(array::add);
        return array;
    }
}
