package org.gatehouse.kyc.application;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.gatehouse.account.Accounts;
import org.gatehouse.attribute.Attributes;
import org.gatehouse.attribute.Checked;
import org.gatehouse.attribute.Requirement;
import org.gatehouse.attribute.SentAttribute;
import org.gatehouse.document.FileFacts;
import org.gatehouse.endpoint.Applicant;
import org.gatehouse.endpoint.Refused;
import org.gatehouse.file.Files;
import org.gatehouse.file.Owner;

/** Attributes as applicants send them, checked. */
@Dependent
class Submissions {
    private final Accounts accounts;
    private final Files files;

    @Inject
    Submissions(Accounts accounts, Files files) {
        this.accounts = accounts;
        this.files = files;
    }

    /**
     * The values of what was sent, with what their files really are.
     *
     * @param requirements what is asked for
     * @throws Undone where one is missing or wrong, or a file is not there or not the applicant's
     */
    Checked.Accepted check(Applicant applicant, List<Requirement> requirements, List<SentAttribute> sent) {
        Optional<Owner> owner =
                accounts.find(applicant.wallet()).map(account -> new Owner(account, applicant.client()));
        List<SentAttribute> known = FileFacts.write(sent, id -> owner.flatMap(one -> files.find(id, one)))
                .orElseThrow(() -> new Undone(Refused.fileMissing()));
        Checked checked = Attributes.check(requirements, known);
        if (checked instanceof Checked.Wrong wrong) throw new Undone(Refused.attributes(wrong.message()));
        return (Checked.Accepted) checked;
    }
}
