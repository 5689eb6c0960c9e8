package org.gatehouse.kyc.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.gatehouse.attribute.Requirement;
import org.gatehouse.http.WrongMember;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateReaderTest {
    @Test
    void everyMemberIsTaken() {
        Template read = TemplateTestBed.template(
                """
                {'id': 'company', 'name': 'A company', 'description': 'What it is', 'type': 'corporate',
                 'attributes': ['email', {'id': 'seat', 'attribute': 'physical-address', 'title': 'Its seat',
                   'description': 'As in the register', 'required': false}],
                 'questions': [{'id': 'what', 'label': 'What does it do?', 'description': 'In a line', 'type': 'select',
                   'options': ['b', 'a'], 'required': false}],
                 'members': [{'template': 'director', 'member_type': 'individual', 'roles': ['director_ltd'],
                   'legal_entity_types': ['ltd'], 'default': true}],
                 'four_eyes': true, 'retention_days': 30, 'keep_when_erased': false,
                 'review_within': 'PT36H'}
                """);
        assertEquals(
                new Template(
                        "company",
                        1,
                        "A company",
                        "What it is",
                        Template.Type.CORPORATE,
                        List.of(
                                new TemplateAttribute(
                                        new Requirement("email", "email", Optional.empty(), true), Optional.empty()),
                                new TemplateAttribute(
                                        new Requirement("seat", "physical-address", Optional.of("Its seat"), false),
                                        Optional.of("As in the register"))),
                        List.of(new Question(
                                "what",
                                "What does it do?",
                                Optional.of("In a line"),
                                Question.Type.SELECT,
                                List.of("b", "a"),
                                false)),
                        List.of(new MemberTemplate(
                                "director", Optional.of("individual"), Set.of("director_ltd"), Set.of("ltd"), true)),
                        true,
                        OptionalInt.of(30),
                        false,
                        Optional.of(Duration.ofHours(36))),
                read);
    }

    @Test
    void anIdIsEnough() {
        assertEquals(
                new Template(
                        "t",
                        1,
                        "t",
                        "",
                        Template.Type.INDIVIDUAL,
                        List.of(),
                        List.of(),
                        List.of(),
                        false,
                        OptionalInt.empty(),
                        true,
                        Optional.empty()),
                TemplateTestBed.template("{}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'id':''} | id: must not be empty",
                "{'id':1} | id: must be a string",
                "{'id':'a.b'} | id: must be of 1 to 100 letters, digits, _ and -",
                "{'id':'a\\u0000'} | id: must be of 1 to 100 letters, digits, _ and -",
                "{'title':'x'} | title: is not a member that is known here",
                "{'name':'a\\u0000'} | name: must be at most 100 characters, without control characters",
                "{'review_within':'2 days'} | review_within: must be a duration such as PT48H or P2D, from PT1M to P365D",
                "{'review_within':'PT1S'} | review_within: must be a duration such as PT48H or P2D, from PT1M to P365D",
                "{'description':[]} | description: must be a string",
                "{'type':'company'} | type: must be one of individual, corporate",
                "{'attributes':{}} | attributes: must be an array of at most 50 attributes",
                "{'attributes':[1]} | attributes[0]: must be a string or an object",
                "{'attributes':['e-mail']} | attributes[0]: must be one of the types in docs/attributes.md, such as email, or its schema's id",
                "{'attributes':['email','email']} | attributes: has two attributes of the same id",
                "{'attributes':[{'attribute':'email','description':1}]} | attributes[0].description: must be a string",
                "{'attributes':[{'attribute':'email','schemaId':'x'}]} | attributes[0].schemaId: is not a member that is known here",
                "{'questions':'x'} | questions: must be an array of at most 50 questions",
                "{'questions':['x']} | questions[0]: must be an object",
                "{'questions':[{'label':'x'}]} | questions[0].id: is missing",
                "{'questions':[{'id':'a b','label':'x'}]} | questions[0].id: must be of 1 to 100 letters, digits and ._-",
                "{'questions':[{'id':'a'}]} | questions[0].label: is missing",
                "{'questions':[{'id':'a','label':'x','type':'text'}]} | questions[0].type: must be one of input, checkbox, select, date",
                "{'questions':[{'id':'a','label':'x','options':['b']}]} | questions[0].options: is for select and checkbox only",
                "{'questions':[{'id':'a','label':'x','type':'select'}]} | questions[0].options: must not be empty",
                "{'questions':[{'id':'a','label':'x','type':'select','options':['']}]} | questions[0].options: must be of 1 to 100 characters each, without control characters",
                "{'questions':[{'id':'a','label':'x','type':'select','options':[1]}]} | questions[0].options: must be an array of at most 50 strings",
                "{'questions':[{'id':'a','label':'x','required':1}]} | questions[0].required: must be true or false",
                "{'questions':[{'id':'a','label':'x','optional':true}]} | questions[0].optional: is not a member that is known here",
                "{'questions':[{'id':'a','label':'x'},{'id':'a','label':'y'}]} | questions: has two questions of the same id",
                "{'members':[]} | members: is for templates of the type corporate only",
                "{'type':'corporate','members':{}} | members: must be an array of at most 50 members",
                "{'type':'corporate','members':[{}]} | members[0].template: is missing",
                "{'type':'corporate','members':[{'template':'a/b'}]} | members[0].template: must be of 1 to 100 letters, digits, _ and -",
                "{'type':'corporate','members':[{'template':'a','member_type':'x'}]} | members[0].member_type: must be one of individual, corporate",
                "{'type':'corporate','members':[{'template':'a','roles':['a b']}]} | members[0].roles: must be of 1 to 100 letters, digits and ._-",
                "{'type':'corporate','members':[{'template':'a','legal_entity_types':['gmbh']}]} | members[0].legal_entity_types: must be an array of at most 50 strings of ltd, llc, tst, fnd, llp, other",
                "{'type':'corporate','members':[{'template':'a','default':0}]} | members[0].default: must be true or false",
                "{'type':'corporate','members':[{'template':'a','isDefault':true}]} | members[0].isDefault: is not a member that is known here",
                "{'four_eyes':'yes'} | four_eyes: must be true or false",
                "{'retention_days':0} | retention_days: must be a whole number from 1 to 36500",
                "{'retention_days':36501} | retention_days: must be a whole number from 1 to 36500",
                "{'retention_days':1.5} | retention_days: must be a whole number from 1 to 36500",
                "{'retention_days':1e999} | retention_days: must be a whole number from 1 to 36500",
                "{'retention_days':'1'} | retention_days: must be a whole number from 1 to 36500",
                "{'keep_when_erased':null} | keep_when_erased: must be true or false"
            })
    void aWrongMemberIsNamed(String template, String sentence) {
        assertEquals(sentence, wrong(template));
    }

    private static String wrong(String template) {
        return assertThrows(WrongMember.class, () -> TemplateTestBed.template(template))
                .sentence();
    }

    @Test
    void aTemplateHasABound() {
        String question = "{'id':'q%s','label':'" + "x".repeat(1_000) + "','description':'" + "y".repeat(1_000) + "'}";
        StringBuilder questions = new StringBuilder();
        for (int i = 0; i < 40; i++) questions.append(i == 0 ? "" : ",").append(question.formatted(i));
        assertEquals("must not be longer than 65536 characters", wrong("{'questions':[" + questions + "]}"));
    }
}
