package org.gatehouse.kyc.application;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gatehouse.attribute.Checked;
import org.gatehouse.kyc.template.Template;

/**
 * An application that is to be made.
 *
 * @param template its template
 * @param parent of a member of a company, the company's application
 * @param dossier what it contains
 */
record Draft(Template template, Optional<String> parent, Dossier dossier) {
    /** Of these values; what the template does not ask for is left out. */
    static Draft of(Template template, Checked.Accepted accepted) {
        return new Draft(template, Optional.empty(), dossier(template, accepted));
    }

    /** Of a member of the company that applies with this application. */
    Draft ofMember(String company, Dossier.Member member) {
        return new Draft(
                template,
                Optional.of(company),
                new Dossier(dossier.attributes(), dossier.questions(), Optional.of(member)));
    }

    /** Where it begins: with the reviewers, or with its applicant, who has questions to answer. */
    ApplicationStatus begins() {
        return dossier.missing() ? ApplicationStatus.ADDITIONAL_REQUESTED : ApplicationStatus.UPLOADED;
    }

    private static Dossier dossier(Template template, Checked.Accepted accepted) {
        Map<String, Checked.Value> values =
                accepted.values().stream().collect(Collectors.toMap(Checked.Value::id, Function.identity()));
        Map<String, GivenAttribute> attributes = new LinkedHashMap<>();
        template.attributes()
                .forEach(one -> attributes.put(
                        one.requirement().id(),
                        new GivenAttribute(
                                one.requirement(),
                                one.description(),
                                false,
                                false,
                                Optional.ofNullable(values.get(one.requirement().id()))
                                        .map(Checked.Value::data))));
        Map<String, AskedQuestion> questions = new LinkedHashMap<>();
        template.questions()
                .forEach(one -> questions.put(one.id(), new AskedQuestion(one, false, false, Optional.empty())));
        return new Dossier(attributes, questions, Optional.empty());
    }
}
