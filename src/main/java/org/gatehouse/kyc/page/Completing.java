package org.gatehouse.kyc.page;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.attribute.SentAttribute;
import org.gatehouse.document.Uploads;
import org.gatehouse.endpoint.Refused;
import org.gatehouse.file.Files;
import org.gatehouse.kyc.application.Applied;
import org.gatehouse.kyc.application.Applying;

/** Takes what a person gives in the form. What is right is taken even where something else is not: nobody has to give it twice. */
@Dependent
class Completing {
    private final FormReader reader;
    private final Uploads uploads;
    private final Files files;
    private final Applying applying;

    @Inject
    Completing(FormReader reader, Uploads uploads, Files files, Applying applying) {
        this.reader = reader;
        this.uploads = uploads;
        this.files = files;
        this.applying = applying;
    }

    /**
     * Reads the request into the form, and completes the application with what is right of it.
     *
     * @param form empty; holds what was typed afterwards, with what is wrong
     */
    Outcome complete(Own own, ItemForm form, HttpServletRequest request) {
        FileFinder finder = id -> files.find(id, own.owner());
        Optional<Refused> refusal = uploads.refusal(own.applicant());
        if (refusal.isPresent()) return Outcome.refused(refusal.get());
        try {
            reader.read(request, own.applicant(), form, finder);
        } catch (IOException e) {
            return Outcome.of(Outcome.Kind.UNREADABLE);
        }
        return complete(own, form, finder);
    }

    private Outcome complete(Own own, ItemForm form, FileFinder finder) {
        List<Item> touched = form.items().stream().filter(Item::touched).toList();
        if (touched.isEmpty()) return Outcome.of(Outcome.Kind.NOTHING);
        List<SentAttribute> sent = new ArrayList<>();
        Map<String, JsonValue> answers = new HashMap<>();
        for (Item item : touched) {
            item.checked(finder).ifPresent(data -> {
                if (item instanceof AttributeItem attribute) sent.add(attribute.sent(data));
                else answers.put(item.id(), data);
            });
        }
        int right = sent.size() + answers.size();
        if (right == 0) return Outcome.of(Outcome.Kind.WRONG);
        Applied applied = applying.complete(own.applicant(), own.application().id(), sent, answers);
        if (applied instanceof Applied.Not not) return Outcome.refused(not.refused());
        return Outcome.of(right == touched.size() ? Outcome.Kind.DONE : Outcome.Kind.WRONG);
    }
}
