package org.gatehouse.document;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Collection;
import java.util.Optional;
import org.gatehouse.account.Accounts;
import org.gatehouse.client.Clients;
import org.gatehouse.database.Conflict;
import org.gatehouse.endpoint.Admissions;
import org.gatehouse.endpoint.Applicant;
import org.gatehouse.endpoint.Refusal;
import org.gatehouse.endpoint.Refused;
import org.gatehouse.file.Files;
import org.gatehouse.file.Owner;
import org.gatehouse.file.Storing;
import org.gatehouse.http.Multipart;

/** The files of those who hold wallet tokens. What they give to one client stays there. */
@Dependent
public class Uploads {
    private final Admissions admissions;
    private final Accounts accounts;
    private final Files files;

    @Inject
    Uploads(Admissions admissions, Accounts accounts, Files files) {
        this.admissions = admissions;
        this.accounts = accounts;
        this.files = files;
    }

    /** Why the client does not let this wallet in; empty where it does. May ask a distant server. */
    public Optional<Refused> refusal(Applicant applicant) {
        return admissions.refusal(applicant);
    }

    /**
     * Stores the file of a part, for the account of the wallet, which is made if there is none as soon as the first bytes are those of a file that is
     * taken. Gatehouse's own client asks for nothing, and takes none.
     *
     * @throws IOException if the rest of the part cannot be read
     */
    public Storing store(Applicant applicant, Multipart.Part part) throws IOException {
        if (applicant.client().equals(Clients.OWN)) return new Storing.Refused(Storing.Reason.UNWANTED);
        return files.store(
                () -> owner(Conflict.again(() -> accounts.ofWallet(applicant.wallet())), applicant),
                part.fileName().orElse(part.name()),
                part.content());
    }

    /** Erases files that came with a request that is refused, so that nobody has claimed them. */
    public void discard(Applicant applicant, Collection<String> ids) {
        owner(applicant).ifPresent(owner -> files.discard(ids, owner));
    }

    /** Whose the wallet's files are; empty where the wallet has no account. */
    public Optional<Owner> owner(Applicant applicant) {
        return accounts.find(applicant.wallet()).map(account -> owner(account, applicant));
    }

    /** Whether the wallet's account is blocked; one that there is not yet is not. */
    public boolean blocked(Applicant applicant) {
        return accounts.find(applicant.wallet())
                .filter(account -> !accounts.open(account))
                .isPresent();
    }

    private static Owner owner(String account, Applicant applicant) {
        return new Owner(account, applicant.client());
    }

    /** The refusal of a file that is not stored. */
    public static Refusal refusal(Storing.Reason reason) {
        return switch (reason) {
            case TOO_LARGE -> Refusal.TOO_LARGE;
            case BUSY -> Refusal.UNAVAILABLE;
            case BLOCKED -> Refusal.FORBIDDEN;
            case OVER_QUOTA, EMPTY, WRONG_TYPE, BROKEN, UNWANTED -> Refusal.FILE_INVALID;
        };
    }

    /** What the person reads of it. */
    public static String sentence(Storing.Reason reason) {
        return switch (reason) {
            case TOO_LARGE -> "The file is too large: it may have 50 MB, and a form 250 MB";
            case OVER_QUOTA -> "You have no room here for a file of this size";
            case EMPTY -> "The file is empty";
            case WRONG_TYPE ->
                "The file should be a picture (JPEG or PNG), a PDF or a recording (MP3, MP4, Ogg or WAV)";
            case BROKEN -> "The file did not arrive whole";
            case BUSY -> Refusal.UNAVAILABLE.message();
            case UNWANTED -> "No documents are asked for here";
            case BLOCKED -> "This account is blocked";
        };
    }
}
