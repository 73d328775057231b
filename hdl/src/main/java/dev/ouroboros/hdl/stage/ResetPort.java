package dev.ouroboros.hdl.stage;

import dev.ouroboros.hdl.netlist.Circuit;
import dev.ouroboros.hdl.netlist.DesignProblem;
import dev.ouroboros.hdl.task.DesignTask;
import dev.ouroboros.hdl.task.Reset;

/** Whether the design has the reset that its task names. */
final class ResetPort {
    private ResetPort() {}

    static void check(Circuit seed, DesignTask task) throws DesignProblem {
        Reset reset = task.reset();
        if (reset == null) {
            return;
        }
        boolean there = seed.inputs().stream()
                .anyMatch(
                        port -> port.name().equals(reset.name()) && port.bits().size() == 1);
        if (!there) {
            throw new DesignProblem("module " + task.top() + " has no input " + reset.name()
                    + " of one bit, which the task calls the reset");
        }
    }
}
