package org.gatehouse.selfkey;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.attribute.SentAttribute;
import org.gatehouse.document.SentAttributes;
import org.gatehouse.document.Uploads;
import org.gatehouse.endpoint.Refusal;
import org.gatehouse.endpoint.Refused;
import org.gatehouse.file.Storing;
import org.gatehouse.http.Json;
import org.gatehouse.http.Multipart;
import org.jspecify.annotations.Nullable;

/** A sign-up as one form: attributes, and the documents that they name. The documents are stored as they come. */
@Dependent
class SignUpForm {
    private static final String ATTRIBUTES = "attributes";
    private static final int MAX_PARTS = 50;

    private final Uploads uploads;
    private final SignUps signUps;

    @Inject
    SignUpForm(Uploads uploads, SignUps signUps) {
        this.uploads = uploads;
        this.signUps = signUps;
    }

    /**
     * Signs a person up.
     *
     * @param type the {@code Content-Type}, or null
     * @param length the {@code Content-Length}, or less than 0
     * @return as {@link SignUps#signUp}; after a refusal none of the documents is stored
     */
    Optional<Refused> signUp(Holder holder, @Nullable String type, long length, InputStream body) {
        Optional<Refused> refusal = uploads.refusal(holder.applicant());
        if (refusal.isPresent()) return refusal;
        Documents documents = new Documents();
        boolean done = false;
        try {
            Optional<Refused> result =
                    signUp(holder, new Multipart(type, length, body, Multipart.MAX_BYTES, MAX_PARTS), documents);
            done = result.isEmpty();
            return result;
        } catch (Multipart.TooLarge e) {
            return Optional.of(new Refused(Refusal.TOO_LARGE, "The documents are too large, or too many"));
        } catch (IOException e) {
            return unreadable("The form cannot be read");
        } finally {
            if (!done) uploads.discard(holder.applicant(), documents.ids());
        }
    }

    private Optional<Refused> signUp(Holder holder, Multipart form, Documents documents) throws IOException {
        Optional<List<SentAttribute>> sent = Optional.empty();
        Set<String> names = new HashSet<>();
        for (Optional<Multipart.Part> next = form.next(); next.isPresent(); next = form.next()) {
            Multipart.Part part = next.get();
            if (!names.add(part.name())) return unreadable("A part of the form is there twice");
            if (part.name().equals(ATTRIBUTES)) {
                Optional<JsonArray> list = Json.parseArray(part.bytes(SignUpResource.MAX_BYTES));
                sent = SentAttributes.read(list.orElse(null));
                if (sent.isEmpty()) return noList();
            } else if (documents.named(part.name())) {
                Storing storing = uploads.store(holder.applicant(), part);
                if (storing instanceof Storing.Refused refused) return refused(refused.reason());
                documents.add(part.name(), ((Storing.Stored) storing).file());
            }
        }
        return sent.map(attributes -> signUps.signUp(holder, documents.fill(attributes)))
                .orElseGet(SignUpForm::noList);
    }

    private static Optional<Refused> unreadable(String sentence) {
        return Optional.of(new Refused(Refusal.BAD_REQUEST, sentence));
    }

    private static Optional<Refused> noList() {
        return Optional.of(Refused.attributes("there is no list of attributes"));
    }

    private static Optional<Refused> refused(Storing.Reason reason) {
        return Optional.of(new Refused(Uploads.refusal(reason), Uploads.sentence(reason)));
    }
}
