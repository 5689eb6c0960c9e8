package org.gatehouse.kyc.application;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ApplicationStatusTest {
    private static final Set<Integer> CLOSED = Set.of(2, 3, 7, 8);

    @Test
    void anApplicantCancelsWhatIsOpen() {
        assertEquals(expected(Set.of(8), Set.of()), actual(Actor.Kind.APPLICANT));
    }

    @Test
    void reviewersDecideWhatIsOpenAndReopenWhatIsClosed() {
        Set<Integer> open = Set.of(1, 2, 3, 8, 9, 10, 11, 12, 13, 14, 15);
        assertEquals(expected(open, Set.of(16)), actual(Actor.Kind.REVIEWER));
        assertEquals(expected(open, Set.of(16)), actual(Actor.Kind.API_KEY));
    }

    @Test
    void whatIsErasedLeavesAnApprovalForReviewersToTakeBack() {
        for (ApplicationStatus from : ApplicationStatus.values())
            for (ApplicationStatus next : ApplicationStatus.values())
                for (Actor.Kind actor : Actor.Kind.values())
                    assertEquals(
                            from.code() == 2
                                    && next.code() == 8
                                    && Set.of(Actor.Kind.API_KEY, Actor.Kind.REVIEWER)
                                            .contains(actor),
                            from.leadsToErased(next, actor));
    }

    @Test
    void everyCodeIsThatOfItsStatus() {
        for (ApplicationStatus status : ApplicationStatus.values())
            assertEquals(status, ApplicationStatus.ofCode(status.code()).orElseThrow());
        assertEquals(true, ApplicationStatus.ofCode(17).isEmpty());
    }

    /** Where each status leads, by codes: nowhere but there, and never to itself. */
    private static Map<Integer, Set<Integer>> expected(Set<Integer> fromOpen, Set<Integer> fromClosed) {
        Map<Integer, Set<Integer>> table = new TreeMap<>();
        for (int code = 0; code <= 16; code++) {
            Set<Integer> next = new TreeSet<>(CLOSED.contains(code) ? fromClosed : fromOpen);
            next.remove(code);
            table.put(code, next);
        }
        return table;
    }

    private static Map<Integer, Set<Integer>> actual(Actor.Kind actor) {
        Map<Integer, Set<Integer>> table = new TreeMap<>();
        for (ApplicationStatus from : ApplicationStatus.values())
            table.put(
                    from.code(),
                    Arrays.stream(ApplicationStatus.values())
                            .filter(next -> from.leadsTo(next, actor))
                            .map(ApplicationStatus::code)
                            .collect(Collectors.toCollection(TreeSet::new)));
        return table;
    }
}
