package org.gatehouse.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** What is known of events from elsewhere: stored checkpoints, which are read along the way, kept ones, and what this node has seen. */
final class Claims {
    private static final int PAGE = 1_000;

    private final Checkpoints checkpoints;
    private final long cut;
    private final TreeMap<Long, List<Claim>> open = new TreeMap<>();
    private long read;
    private long signed;

    /** @param cut the last event that was removed for its age: of it and those before it nothing can be said */
    Claims(Checkpoints checkpoints, long cut) {
        this.checkpoints = checkpoints;
        this.cut = cut;
        this.read = cut;
    }

    /** Adds a checkpoint that someone kept. */
    void addKept(String jws, Faults faults) {
        Optional<Checkpoint> said = checkpoints.read(jws);
        if (said.isPresent()) add(said.get(), "A kept checkpoint");
        else faults.add(Fault.Kind.BAD_CHECKPOINT, 0, "A kept checkpoint is not signed by this Gatehouse.");
    }

    /** Adds what this node has seen. */
    void addSeen(SeenEnd.End end) {
        add(end.number(), new Claim(end.hash(), Fault.Kind.SET_BACK, "What this node has seen"));
    }

    /** Reads what is stored of events up to this one. */
    void readUpTo(long number, Faults faults) {
        while (true) {
            List<CheckpointRow> page = checkpoints.after(read, number, PAGE);
            for (CheckpointRow row : page) add(row, faults);
            if (page.size() < PAGE) break;
        }
        read = number;
    }

    private void add(CheckpointRow row, Faults faults) {
        read = row.number;
        Optional<Checkpoint> said = checkpoints.read(row.jws);
        if (said.isPresent() && said.get().number() == row.number) add(said.get(), "The stored checkpoint");
        else
            faults.add(
                    Fault.Kind.BAD_CHECKPOINT,
                    row.number,
                    "The checkpoint of event " + row.number + " is not signed by this Gatehouse.");
    }

    private void add(Checkpoint said, String who) {
        signed++;
        if (said.number() > cut) add(said.number(), new Claim(said.hash(), Fault.Kind.CHECKPOINT_NOT_CONTAINED, who));
    }

    private void add(long number, Claim claim) {
        if (number > cut)
            open.computeIfAbsent(number, none -> new ArrayList<>()).add(claim);
    }

    /** Compares an event of the chain with what is known of it. */
    void compare(AuditRow row, Faults faults) {
        Long number = row.number;
        List<Claim> claims = number == null ? null : open.remove(number);
        if (number == null || claims == null) return;
        for (Claim claim : claims) if (!claim.hash().equals(row.hash)) claim.fails(number, faults);
    }

    /** What is known of events that the chain does not have. */
    void leftOver(Faults faults) {
        open.forEach((number, claims) -> claims.forEach(claim -> claim.fails(number, faults)));
    }

    /** How many signed checkpoints there were. */
    long signed() {
        return signed;
    }

    private record Claim(String hash, Fault.Kind kind, String who) {
        void fails(long number, Faults faults) {
            faults.add(kind, number, who + " is of an event " + number + " that the chain does not contain.");
        }
    }
}
