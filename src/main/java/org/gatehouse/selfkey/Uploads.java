package org.gatehouse.selfkey;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Collection;
import java.util.Optional;
import org.gatehouse.account.Accounts;
import org.gatehouse.database.Conflict;
import org.gatehouse.file.Files;
import org.gatehouse.file.Owner;
import org.gatehouse.file.Storing;
import org.gatehouse.http.Multipart;

/** The files of those who hold wallet tokens. What they give to one client stays there. */
@Dependent
class Uploads {
    private final Admissions admissions;
    private final Accounts accounts;
    private final Files files;

    @Inject
    Uploads(Admissions admissions, Accounts accounts, Files files) {
        this.admissions = admissions;
        this.accounts = accounts;
        this.files = files;
    }

    /** Whether the client lets this wallet in. May ask a distant server. */
    boolean admitted(Holder holder) {
        return admissions.refusal(holder).isEmpty();
    }

    /**
     * Stores the file of a part, for the account of the wallet, which is made if there is none.
     *
     * @throws IOException if the rest of the part cannot be read
     */
    Storing store(Holder holder, Multipart.Part part) throws IOException {
        String account = Conflict.again(() -> accounts.ofWallet(holder.wallet()));
        return files.store(owner(account, holder), part.fileName().orElse(part.name()), part.content());
    }

    /** Erases files that came with a request that is refused. */
    void erase(Holder holder, Collection<String> ids) {
        owner(holder).ifPresent(owner -> files.erase(ids, owner));
    }

    /** Whose the wallet's files are; empty where the wallet has no account. */
    Optional<Owner> owner(Holder holder) {
        return accounts.find(holder.wallet()).map(account -> owner(account, holder));
    }

    private static Owner owner(String account, Holder holder) {
        return new Owner(account, holder.root().client().id());
    }

    /** The refusal of a file that is not stored. */
    static Refusal refusal(Storing.Reason reason) {
        return switch (reason) {
            case TOO_LARGE -> Refusal.TOO_LARGE;
            case BLOCKED -> Refusal.FORBIDDEN;
            case OVER_QUOTA, EMPTY, WRONG_TYPE, BROKEN -> Refusal.FILE_INVALID;
        };
    }

    /** What the person reads of it. */
    static String sentence(Storing.Reason reason) {
        return switch (reason) {
            case TOO_LARGE -> "The file is larger than 50 MB";
            case OVER_QUOTA -> "You have no room here for a file of this size";
            case EMPTY -> "The file is empty";
            case WRONG_TYPE ->
                "The file should be a picture (JPEG or PNG), a PDF or a recording (MP3, MP4, Ogg or WAV)";
            case BROKEN -> "The file did not arrive whole";
            case BLOCKED -> "This account is blocked";
        };
    }
}
