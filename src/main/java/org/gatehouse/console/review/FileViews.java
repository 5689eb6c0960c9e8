package org.gatehouse.console.review;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import org.gatehouse.file.Files;
import org.gatehouse.file.Opening;
import org.gatehouse.file.Owner;
import org.gatehouse.file.StoredFile;
import org.gatehouse.kyc.application.Application;
import org.gatehouse.kyc.review.Review;

/** Finds out how a file of an application can be shown. */
@Dependent
class FileViews {
    private final Files files;

    @Inject
    FileViews(Files files) {
        this.files = files;
    }

    /** @param label which part of a document it is; may be empty */
    FileView of(Application application, String id, String label) {
        Owner owner = Review.owner(application);
        Optional<StoredFile> file = files.find(id, owner);
        Optional<Opening.Closed> closed = files.closed(id, owner);
        String kind = closed.map(why -> why.name().toLowerCase(Locale.ROOT))
                .orElseGet(() -> file.map(found -> kind(found.type())).orElse("absent"));
        String link = CasePath.file(application.client(), application.id(), id);
        return new FileView(id, label, file.map(StoredFile::name).orElse(""), kind, link);
    }

    private static String kind(String type) {
        if (type.startsWith("image/")) return "image";
        return type.equals("application/pdf") ? "pdf" : "other";
    }
}
