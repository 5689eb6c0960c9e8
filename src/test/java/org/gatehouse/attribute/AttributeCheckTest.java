package org.gatehouse.attribute;

import static org.gatehouse.attribute.AttributeTestBed.json;
import static org.gatehouse.attribute.AttributeTestBed.required;
import static org.gatehouse.attribute.AttributeTestBed.sent;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AttributeCheckTest {
    private static final String MAIL = "'ada@engines.example'";
    private static final String ID = "0123456789abcdef0123456789abcdef";
    private static final Requirement PRIVATE_MAIL =
            new Requirement("mail", "email", Optional.of("Your private e-mail"), true);
    private static final Requirement WORK_MAIL = new Requirement("work", "email", Optional.empty(), false);

    @Test
    void anAttributeIsMatchedByTheIdOfTheRequirement() {
        assertEquals(
                Map.of("work", json(MAIL), "mail", json("'b@engines.example'")),
                accepted(
                        List.of(PRIVATE_MAIL, WORK_MAIL),
                        sent("work", "email", MAIL),
                        sent("mail", "email", "'b@engines.example'")));
    }

    @Test
    void whatHasNoIdOfARequirementIsMatchedByItsType() {
        assertEquals(Map.of("mail", json(MAIL)), accepted(List.of(PRIVATE_MAIL), sent("17", "email", MAIL)));
        SentAttribute https = new SentAttribute(
                Optional.empty(), Optional.of("https://platform.selfkey.org/schema/attribute/email.json"), json(MAIL));
        assertEquals(Map.of("mail", json(MAIL)), accepted(List.of(PRIVATE_MAIL), https));
    }

    @Test
    void theFirstWalletsCallAnAttributeByItsSchema() {
        SentAttribute beta = new SentAttribute(
                Optional.of("http://platform.selfkey.org/schema/attribute/email.json"), Optional.empty(), json(MAIL));
        assertEquals(Map.of("mail", json(MAIL)), accepted(List.of(PRIVATE_MAIL), beta));
    }

    @Test
    void anIdGoesBeforeATypeWhateverTheOrder() {
        assertEquals(
                Map.of("mail", json("'b@engines.example'"), "work", json(MAIL)),
                accepted(
                        List.of(PRIVATE_MAIL, WORK_MAIL),
                        sent("17", "email", MAIL),
                        sent("mail", "email", "'b@engines.example'")));
    }

    @Test
    void whatWasNotAskedForGoesByItsType() {
        assertEquals(
                Map.of("mail", json(MAIL), "first-name", json("'Ada'")),
                accepted(List.of(PRIVATE_MAIL), sent("mail", "email", MAIL), sent("3", "first-name", "'Ada'")));
    }

    @Test
    void aValueMayStandInAMemberValue() {
        assertEquals(
                Map.of("email", json(MAIL)),
                accepted(List.of(required("email")), sent("email", "email", "{'value':" + MAIL + "}")));
        assertEquals(
                Map.of("domicile", json("{'country':'CH'}")),
                accepted(
                        List.of(required("domicile")),
                        sent("domicile", "domicile", "{'value':{'country':'CH'},'documents':[]}")));
    }

    @Test
    void anEmptyValueIsNone() {
        for (String nothing : List.of("{}", "''", "' '", "null", "false", "[]", "{'value':''}")) {
            assertEquals(Map.of(), accepted(List.of(WORK_MAIL), sent("work", "email", nothing)), nothing);
            assertEquals(
                    "Your private e-mail is missing",
                    wrong(List.of(PRIVATE_MAIL), sent("mail", "email", nothing)),
                    nothing);
        }
    }

    @Test
    void whatWasEmptiedIsTold() {
        Checked.Accepted checked = assertInstanceOf(
                Checked.Accepted.class,
                check(
                        List.of(PRIVATE_MAIL, WORK_MAIL),
                        sent("mail", "email", MAIL),
                        sent("work", "email", "{}"),
                        sent("7", "cv", "[]")));
        assertEquals(Set.of("work", "cv"), checked.emptied());
    }

    @Test
    void whatIsRequiredMustBeThere() {
        assertEquals("E-mail is missing", wrong(List.of(required("first-name"), required("email")), ada()));
        assertEquals(Map.of(), accepted(List.of(WORK_MAIL)));
    }

    @Test
    void theSentenceNamesTheAttributeAndNotTheValue() {
        assertEquals(
                "Your private e-mail must be an e-mail address",
                wrong(List.of(PRIVATE_MAIL), sent("mail", "email", "'secret'")));
        assertEquals("E-mail must be an e-mail address", wrong(List.of(), sent("1", "email", "'secret'")));
    }

    @Test
    void nothingIsSentTwice() {
        assertEquals("First Name was sent twice", wrong(List.of(required("first-name")), ada(), ada()));
        assertEquals("First Name was sent twice", wrong(List.of(), sent("1", "first-name", "'A'"), ada()));
        assertEquals(
                "E-mail was sent more often than it is asked for",
                wrong(List.of(required("email")), sent("email", "email", MAIL), sent("2", "email", MAIL)));
    }

    @Test
    void oneThatWasNotAskedForNeverPassesForAnother() {
        Requirement confusing = new Requirement("email", "company-name", Optional.empty(), false);
        assertEquals(
                "E-mail was sent more often than it is asked for", wrong(List.of(confusing), sent("9", "email", MAIL)));
    }

    @Test
    void theTypeOfARequirementCannotBeChanged() {
        assertEquals(
                "Your private e-mail is of another type",
                wrong(List.of(PRIVATE_MAIL), sent("mail", "company-name", "'x'")));
    }

    @Test
    void anUnknownTypeIsRefusedAndNamedByAnIdThatIsPlain() {
        assertEquals(
                "The attribute mail is of an unknown type",
                wrong(List.of(PRIVATE_MAIL), sent("mail", "birthdate", "'x'")));
        assertEquals(
                "The attribute 17 is of an unknown type",
                wrong(List.of(PRIVATE_MAIL), new SentAttribute(Optional.of("17"), Optional.empty(), json("'x'"))));
        for (SentAttribute nameless : List.of(
                new SentAttribute(Optional.empty(), Optional.empty(), json("'x'")),
                new SentAttribute(Optional.of("<b>"), Optional.empty(), json("'x'")),
                new SentAttribute(
                        Optional.empty(),
                        Optional.of("http://evil.example/schema/attribute/email.json"),
                        json("'x'")))) {
            assertEquals("There is an attribute of an unknown type", wrong(List.of(PRIVATE_MAIL), nameless));
        }
    }

    @Test
    void thereAreLimits() {
        List<Requirement> many = IntStream.range(0, 101)
                .mapToObj(i -> new Requirement("n" + i, "physical-address", Optional.empty(), false))
                .toList();
        SentAttribute[] sent = IntStream.range(0, 101)
                .mapToObj(i -> sent("n" + i, "physical-address", address(10)))
                .toArray(SentAttribute[]::new);
        assertEquals("There are more than 100 attributes", wrong(many, sent));
        assertEquals(
                "Physical Address is too long",
                wrong(List.of(), sent("1", "physical-address", address(AttributeCheck.LONGEST))));
        SentAttribute[] large = IntStream.range(0, 17)
                .mapToObj(i -> sent("n" + i, "physical-address", address(16_000)))
                .toArray(SentAttribute[]::new);
        assertEquals("The attributes are too long together", wrong(many, large));
    }

    @Test
    void theFilesOfAValueAreFoundWhereverTheyAre() {
        String other = ID.replace('0', 'f');
        Checked.Accepted checked = assertInstanceOf(
                Checked.Accepted.class,
                check(
                        List.of(),
                        sent(
                                "1",
                                "national-id",
                                "{'front':{'content':'" + ID + "'},'issued':'2020-01-01','selfie':{'image':{'content':'"
                                        + ID + "'}},'additional':[{'content':'" + other + "'},{'content':'no id'}]}"),
                        ada()));
        assertEquals(Set.of(ID, other), checked.values().get(0).files());
        assertEquals(Set.of(), checked.values().get(1).files());
    }

    private static String address(int length) {
        return "{'address_line_1':'x','note':'" + "x".repeat(length) + "'}";
    }

    private static SentAttribute ada() {
        return sent("first-name", "first-name", "'Ada'");
    }

    private static Checked check(List<Requirement> requirements, SentAttribute... sent) {
        return AttributeCheck.check(requirements, List.of(sent));
    }

    private static Map<String, JsonValue> accepted(List<Requirement> requirements, SentAttribute... sent) {
        Checked checked = check(requirements, sent);
        assertTrue(checked instanceof Checked.Accepted, checked::toString);
        return ((Checked.Accepted) checked)
                .values().stream().collect(Collectors.toMap(Checked.Value::id, Checked.Value::data));
    }

    private static String wrong(List<Requirement> requirements, SentAttribute... sent) {
        Checked checked = check(requirements, sent);
        return assertInstanceOf(Checked.Wrong.class, checked).message();
    }
}
