package org.gatehouse.kyc.page;

import org.gatehouse.endpoint.Applicant;
import org.gatehouse.file.Owner;
import org.gatehouse.kyc.application.Application;

/**
 * An application of someone who is there.
 *
 * @param applicant the person
 * @param application the application
 */
record Own(Applicant applicant, Application application) {
    /** Whose its files are. */
    Owner owner() {
        return new Owner(application.account(), application.client());
    }
}
