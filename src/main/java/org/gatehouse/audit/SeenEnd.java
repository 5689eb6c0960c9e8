package org.gatehouse.audit;

/** The end of the chain that this node has seen last: a database that was set back does not know it any more. */
final class SeenEnd {
    private volatile End last = new End(0, CanonicalText.NO_HASH);

    /** What was seen last; of the number 0 where nothing was. */
    End last() {
        return last;
    }

    /**
     * Notes what is there now.
     *
     * @return false, and nothing is noted, where more was seen before
     */
    synchronized boolean see(End now) {
        if (now.number() < last.number()) return false;
        if (now.number() > last.number()) last = now;
        return true;
    }

    /** An event at the end of the chain. */
    record End(long number, String hash) {}
}
