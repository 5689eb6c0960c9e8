package org.gatehouse.kyc.page;

import static org.gatehouse.kyc.page.PageTestBed.asked;
import static org.gatehouse.kyc.page.PageTestBed.attribute;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.kyc.application.Dossier;
import org.junit.jupiter.api.Test;

class GivenLineTest {
    private final Dossier dossier = new Dossier(Map.of(), Map.of(), Optional.empty())
            .with(attribute("email", true, false, "'ada@engines.example'"))
            .with(attribute("middle-name", false, false, ""))
            .with(
                    attribute(
                            "passport",
                            true,
                            false,
                            "{'image':{'name':'p.png','content':'1'},'issued':'2020-01-31','selfie':{'image':{'name':'s.png','content':'2'}}}"))
            .with(attribute("cv", true, true, "[{'name':'cv.pdf','content':'3'}]"))
            .with(asked("since", "'2019'"));

    @Test
    void whatWasGivenStandsThereAndWhatIsAskedForAgainDoesNot() {
        List<GivenLine> lines = GivenLine.of(dossier);
        assertEquals(
                List.of("email", "passport", ""),
                lines.stream().map(GivenLine::getAttribute).toList());
        assertEquals("Since when?", lines.get(2).getTitle());
        assertEquals(
                List.of("1", "", "2"),
                lines.get(1).getValues().stream().map(ValueLine::getFile).toList());
        assertEquals("s.png", lines.get(1).getValues().get(2).getText());
    }

    @Test
    void onesOwnFilesAreThoseOfTheDossierRefusedOnesToo() {
        assertEquals(Set.of("1", "2", "3"), GivenLine.files(dossier));
    }
}
