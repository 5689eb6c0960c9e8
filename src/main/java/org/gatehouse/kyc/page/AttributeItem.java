package org.gatehouse.kyc.page;

import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.attribute.AttributeTypes;
import org.gatehouse.attribute.Attributes;
import org.gatehouse.attribute.Checked;
import org.gatehouse.attribute.Requirement;
import org.gatehouse.attribute.SentAttribute;
import org.gatehouse.attribute.Shape;
import org.gatehouse.document.FileFacts;
import org.gatehouse.kyc.application.GivenAttribute;

/** An attribute that is asked for. */
public final class AttributeItem extends Item {
    private final GivenAttribute given;
    private final Optional<Shape> shape;
    private final List<Field> fields = new ArrayList<>();

    /**
     * The attribute with empty fields.
     *
     * @param reason why it was refused; may be empty
     * @param number the number of its first field
     */
    AttributeItem(GivenAttribute given, String reason, int number) {
        super(given.requirement().id(), given.missing(), reason);
        this.given = given;
        shape = Shape.of(given.requirement().attribute());
        shape.ifPresent(found -> found.members().forEach(member -> fields.add(field(member, number + fields.size()))));
    }

    private Field field(Shape.Member member, int number) {
        String attribute = given.requirement().attribute();
        return new Field(
                "a:" + id() + ":" + member.path(),
                number,
                FieldKind.of(member.kind(), attribute),
                member.required(),
                member.choices());
    }

    @Override
    Optional<JsonValue> checked(FileFinder files) {
        if (!fieldsAreRight()) return Optional.empty();
        Map<String, JsonValue> parts = new HashMap<>();
        fields.forEach(field -> field.data().ifPresent(data -> parts.put(field.getLabel(), data)));
        SentAttribute sent = sent(shape.orElseThrow().value(parts));
        Optional<List<SentAttribute>> written = FileFacts.write(List.of(sent), files);
        if (written.isEmpty()) fail("gone");
        else if (Attributes.check(List.of(asked()), written.get()) instanceof Checked.Wrong) fail("wrong");
        else return Optional.of(sent.data());
        return Optional.empty();
    }

    private Requirement asked() {
        Requirement requirement = given.requirement();
        return new Requirement(requirement.id(), requirement.attribute(), requirement.title(), true);
    }

    /** The attribute with this value. */
    SentAttribute sent(JsonValue data) {
        return new SentAttribute(Optional.of(id()), Optional.of(AttributeTypes.schemaId(getAttribute())), data);
    }

    @Override
    public List<Field> getFields() {
        return fields;
    }

    @Override
    public String getTitle() {
        return given.requirement().title().orElse("");
    }

    @Override
    public String getDescription() {
        return given.description().orElse("");
    }

    @Override
    public String getAttribute() {
        return given.requirement().attribute();
    }
}
