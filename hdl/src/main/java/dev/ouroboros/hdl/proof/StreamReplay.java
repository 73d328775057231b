package dev.ouroboros.hdl.proof;

import dev.ouroboros.hdl.netlist.Circuit;
import dev.ouroboros.hdl.proof.Counterexample.Side;
import dev.ouroboros.hdl.proof.Counterexample.Signal;
import dev.ouroboros.hdl.proof.StreamProduct.Resetting;
import dev.ouroboros.hdl.stream.Channels;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs both designs, gate by gate, on what an engine says makes their tokens differ. It keeps every token instead of one and
 * follows the rules of {@link StreamProduct} by other means.
 */
final class StreamReplay {
    /** In cycles of a run in which it is 0 a side stands still. */
    private static final String CLOCKED = "clocked";

    private final StreamObligation obligation;
    private final StreamProduct product;
    private final Channels channels;
    private final InputValues values;
    private boolean tooFar;

    StreamReplay(StreamObligation obligation, StreamProduct product) {
        this.obligation = obligation;
        this.product = product;
        this.channels = obligation.channels();
        this.values = new InputValues(product.aig());
    }

    /** Returns whether a run showed nothing but that the candidate went further ahead than the product follows. */
    boolean wentTooFar() {
        return tooFar;
    }

    /** Returns the counterexample if the candidate is really wrong in the last cycle, else null. */
    @Nullable
    Counterexample run(Answer.Fails run) {
        var hearing =
                new StreamHearing(obligation, product, values, run.inputs().getFirst());
        for (Resetting cycle : product.resetting()) {
            hearing.reset(cycle);
        }
        if (run.inputs().size() == 1) {
            product.held().forEach(hearing::held);
        }
        if (hearing.counterexample(List.of()) == null) {
            run.inputs().forEach(hearing::cycle);
        }
        tooFar |= hearing.wentTooFar();
        return hearing.counterexample(signals());
    }

    private List<Signal> signals() {
        var signals = new ArrayList<Signal>();
        Circuit seed = obligation.seed();
        channels.fixed()
                .forEach(place -> signals.add(Signal.of(Side.BOTH, seed.inputs().get(place))));
        for (Side side : List.of(Side.SEED, Side.CANDIDATE)) {
            signals.add(new Signal(side, CLOCKED, 1));
            channels.flowing()
                    .forEach(place -> signals.add(Signal.of(side, seed.inputs().get(place))));
            seed.outputs().forEach(port -> signals.add(Signal.of(side, port)));
        }
        return signals;
    }
}
