package dev.ouroboros.hdl.operator;

import dev.ouroboros.hdl.syntax.Expression;
import dev.ouroboros.hdl.syntax.Part;
import dev.ouroboros.hdl.task.DesignTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Puts registers where they shorten the longest way most: into the middle of calculations, everything that comes together as late as
 * before. The reset is delayed like any input, so that a register behind others is reset when what it is then fed with is; outputs
 * come later by the latency, and a latency of 0 moves registers that only delay something.
 *
 * @param top the module whose outputs may come later
 * @param latency by how many cycles
 */
record Pipelined(String top, String clock, boolean reset, int latency) implements Rewriting {
    private static final int MOST = 6;
    private static final double NOTHING = 1e-6;

    /** Of a task with a clock. */
    static Pipelined of(DesignTask task, int latency) {
        return new Pipelined(
                task.top(), Objects.requireNonNull(task.clock(), "a clock"), task.reset() != null, latency);
    }

    @Override
    public List<List<Edit>> in(Design design) {
        var flow = design.module().name().equals(top) ? DataflowReader.of(design, clock) : null;
        if (flow == null) {
            return List.of();
        }
        var style = new PipelineStyle(clock, edge(design), reset);
        double now = latency == 0 ? Lags.unmoved(flow.steps()) : Double.POSITIVE_INFINITY;
        var better = Lags.all(flow.steps(), latency).stream()
                .filter(lags -> lags.period() < now - NOTHING)
                .toList();
        var all = new ArrayList<List<Edit>>();
        for (var lags : better.reversed().subList(0, Math.min(MOST, better.size()))) {
            all.add(new Restaging(design, flow, lags, style).edits());
        }
        return all;
    }

    private String edge(Design design) {
        return design.all(Part.Trigger.class)
                .filter(trigger -> trigger.signal() instanceof Expression.Name name
                        && name.text().equals(clock)
                        && !trigger.edge().isEmpty())
                .map(Part.Trigger::edge)
                .findFirst()
                .orElse("posedge");
    }
}
