package org.gatehouse.vault;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/** Goes through rows that wait to be sealed anew, as {@link SealedRows#reseal} wants it: one that cannot be opened holds up no other. */
public final class ResealLoop {
    private static final Logger LOG = System.getLogger(ResealLoop.class.getName());

    private ResealLoop() {}

    /**
     * Seals rows anew.
     *
     * @param limit the most rows that are sealed
     * @param next finds rows that wait, in an order, from the first after this place in it, as many as that at most
     * @param place where a row stands in that order
     * @param reseal seals one anew, and says whether it was stored
     * @return how many were sealed anew
     */
    public static <R> int run(
            int limit, BiFunction<String, Integer, List<R>> next, Function<R, String> place, Predicate<R> reseal) {
        int done = 0;
        String last = "";
        while (done < limit) {
            List<R> batch = next.apply(last, limit - done);
            if (batch.isEmpty()) break;
            for (R row : batch) if (sealed(row, reseal)) done++;
            last = place.apply(batch.get(batch.size() - 1));
        }
        return done;
    }

    private static <R> boolean sealed(R row, Predicate<R> reseal) {
        try {
            return reseal.test(row);
        } catch (SealBroken e) {
            LOG.log(Level.ERROR, "cannot be sealed under a new master key and waits: {0}", e.getMessage());
            return false;
        }
    }
}
