package org.gatehouse.kyc.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Set;
import org.junit.jupiter.api.Test;

class StatusBySystemTest {
    @Test
    void whatIsOpenIsCanceledByItselfAndWhatIsClosedIsNot() {
        for (ApplicationStatus status : ApplicationStatus.values())
            assertEquals(
                    !status.closed(), status.leadsTo(ApplicationStatus.CANCELED, Actor.Kind.SYSTEM), status.toString());
    }

    @Test
    void onlyWhatIsTheApplicantsOrTheReviewersTurnIsUploadedByItself() {
        Set<Integer> reviewing = Set.of(1, 10, 13, 14, 15, 16);
        for (ApplicationStatus status : ApplicationStatus.values())
            assertEquals(
                    status.asksApplicant() || reviewing.contains(status.code()),
                    status.leadsTo(ApplicationStatus.UPLOADED, Actor.Kind.SYSTEM),
                    status.toString());
    }

    @Test
    void nothingIsDecidedByItself() {
        for (ApplicationStatus status : ApplicationStatus.values()) {
            assertFalse(status.leadsTo(ApplicationStatus.APPROVED, Actor.Kind.SYSTEM));
            assertFalse(status.leadsTo(ApplicationStatus.REJECTED, Actor.Kind.SYSTEM));
            assertFalse(status.leadsTo(ApplicationStatus.REOPENED, Actor.Kind.SYSTEM));
        }
    }
}
