package org.gatehouse.console.review;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Optional;
import org.gatehouse.kyc.application.Application;
import org.gatehouse.kyc.application.AskedQuestion;
import org.gatehouse.kyc.application.GivenAttribute;
import org.gatehouse.kyc.page.GivenLine;
import org.gatehouse.kyc.page.ValueLine;

/** What an application contains, for the desk. */
@Dependent
class GivenViews {
    private final FileViews files;

    @Inject
    GivenViews(FileViews files) {
        this.files = files;
    }

    /** All attributes, in the order of the template. */
    List<GivenView> attributes(Application application) {
        return application.dossier().attributes().values().stream()
                .map(given -> attribute(application, given))
                .toList();
    }

    private GivenView attribute(Application application, GivenAttribute given) {
        List<ValueLine> all = GivenLine.of(given).getValues();
        return new GivenView(
                given.requirement().id(),
                title(given),
                state(given.refused(), given.missing(), given.data().isPresent()),
                all.stream().filter(value -> value.getFile().isEmpty()).toList(),
                all.stream()
                        .filter(value -> !value.getFile().isEmpty())
                        .map(value -> files.of(application, value.getFile(), value.getLabel()))
                        .toList(),
                given.data()
                        .filter(JsonString.class::isInstance)
                        .map(data -> ((JsonString) data).getString())
                        .orElse(""));
    }

    static String title(GivenAttribute given) {
        return given.requirement()
                .title()
                .orElseGet(() ->
                        DeskTexts.ofPages("attribute.", given.requirement().attribute()));
    }

    /** All questions, likewise. */
    List<GivenView> answers(Application application) {
        return application.dossier().questions().values().stream()
                .map(GivenViews::answer)
                .toList();
    }

    private static GivenView answer(AskedQuestion asked) {
        return new GivenView(
                asked.question().id(),
                asked.question().label(),
                state(asked.refused(), asked.missing(), asked.answer().isPresent()),
                GivenLine.of(asked).getValues(),
                List.of(),
                "");
    }

    private static String state(boolean refused, boolean missing, boolean given) {
        if (refused) return "refused";
        if (missing) return "missing";
        return given ? "given" : "none";
    }

    /** What people call an attribute or a question of this id; the id where there is none any more. */
    static String title(Application application, String id) {
        return Optional.ofNullable(application.dossier().attributes().get(id))
                .map(GivenViews::title)
                .or(() -> Optional.ofNullable(application.dossier().questions().get(id))
                        .map(asked -> asked.question().label()))
                .orElse(id);
    }
}
