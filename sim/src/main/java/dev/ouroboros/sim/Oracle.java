package dev.ouroboros.sim;

import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.hdl.netlist.Circuit;
import dev.ouroboros.hdl.netlist.DesignProblem;
import dev.ouroboros.hdl.task.DesignTask;
import dev.ouroboros.hdl.tool.Design;
import dev.ouroboros.hdl.tool.Surroundings;
import dev.ouroboros.hdl.tool.Yosys;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The unmodified design, built once and ready to be asked.
 *
 * @param circuit what it is gate by gate, which tells what of it is defined; nothing once its surroundings broke an assumption
 * @param manners what is assumed of inputs; null if nothing is
 * @param model what it is to the simulator
 */
record Oracle(Design design, Circuit circuit, @Nullable Manners manners, Model model) {

    /** The unmodified design cannot be simulated, so there is nothing to compare with. */
    static final class Mute extends Exception {
        private static final long serialVersionUID = 1L;

        Mute(String why) {
            super(why);
        }
    }

    /**
     * Builds it.
     *
     * @throws DesignProblem if it is no design that can be proved either
     * @throws Mute if only Verilator does not take it
     * @throws CandidateFailure with a fault of ours
     */
    static Oracle of(Verilator verilator, Yosys yosys, Design seed, RandomGenerator secret)
            throws DesignProblem, CandidateFailure, Mute, InterruptedException {
        DesignTask task = seed.task();
        Circuit circuit = yosys.reference(seed);
        Layout layout = Layout.of(circuit, task.clock() != null);
        Manners manners = task.assumptions().isEmpty()
                ? null
                : new Manners(yosys.elaborate(new Surroundings(seed, circuit).ofInputs()), layout);
        try {
            return new Oracle(seed, circuit, manners, verilator.build(seed, Wrapper.secretly(task, layout, secret)));
        } catch (DesignProblem e) {
            throw new Mute(String.valueOf(e.getMessage()));
        }
    }

    Layout layout() {
        return model.layout();
    }

    /**
     * Returns what it answers, started in each of the ways.
     *
     * @throws Mute if it does not
     */
    Response answer(Verilator verilator, Stimulus stimulus, List<Lane> lanes) throws Mute, InterruptedException {
        try {
            return verilator.run(model, stimulus, lanes);
        } catch (CandidateFailure e) {
            throw new Mute(e.outcome().toString());
        }
    }
}
