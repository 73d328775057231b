package dev.ouroboros.hdl.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * A way of proving.
 *
 * @param name for people
 * @param commands of Berkeley's ABC, to run on a graph whose output must stay 0; {@code SECONDS} stands for its time
 */
record Engine(String name, String commands) {

    /** For graphs with state: equal signals first, then reachability; reachability alone; and a search for a difference. */
    static final List<Engine> SEQUENTIAL = List.of(
            new Engine(
                    "signal correspondence, then property-directed reachability", "scorr; dc2; scorr; pdr -T SECONDS"),
            new Engine("bounded model checking", "bmc3 -T SECONDS"),
            new Engine("signal correspondence over two frames", "dc2; scorr -F 2; dc2; scorr -F 4; pdr -T SECONDS"),
            new Engine("property-directed reachability", "pdr -T SECONDS"));

    /**
     * Returns those for graphs with state where one side is later than the other. What the seed holds in one register then lies in
     * several of the candidate's, one after the other: only over as many frames are they alike.
     */
    static List<Engine> sequential(int latency) {
        if (latency < 2) {
            return SEQUENTIAL;
        }
        int frames = latency + 1;
        String commands = "scorr -F N; dc2; scorr -F N; pdr -T SECONDS".replace("N;", frames + ";");
        var all = new ArrayList<Engine>();
        all.add(new Engine("signal correspondence over " + frames + " frames", commands));
        all.addAll(SEQUENTIAL);
        return List.copyOf(all);
    }

    /** For graphs without state: merging of equal nodes by simulation and satisfiability. */
    static final List<Engine> COMBINATIONAL = List.of(
            new Engine("fraiging", "iprove"),
            new Engine("fraiging with rewriting", "dc2; fraig; dc2; fraig -C 100000; iprove -C 1000000"),
            new Engine("satisfiability", "strash; dc2; dsat -C 0 -I 0"));
}
