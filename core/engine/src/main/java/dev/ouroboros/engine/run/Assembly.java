package dev.ouroboros.engine.run;

import dev.ouroboros.engine.dispatch.Withdrawals;
import dev.ouroboros.engine.layer.LayerOptions;
import dev.ouroboros.engine.layer.Layers;
import dev.ouroboros.engine.loop.Control;
import dev.ouroboros.engine.loop.Equipment;
import dev.ouroboros.engine.loop.Rig;
import dev.ouroboros.engine.measure.SecretRandom;
import dev.ouroboros.engine.process.Exclusion;
import dev.ouroboros.engine.process.ToolRunner;
import dev.ouroboros.engine.propose.Proposer;
import dev.ouroboros.engine.task.Task;
import dev.ouroboros.engine.task.TaskException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What runs are assembled from.
 *
 * @param proposer makes the proposer of a task
 * @param proposerName as {@code --proposer} names it
 * @param offline whether the proposer gives the same proposals for the same context
 * @param exclusion keeps everything else of ours off the machine while something is timed
 * @param withdrawals by which candidates are taken back while they are evaluated
 */
public record Assembly(
        Layers layers,
        Function<Task, Proposer> proposer,
        String proposerName,
        boolean offline,
        ToolRunner tools,
        Exclusion exclusion,
        Withdrawals withdrawals) {

    /** Assembles runs from which nobody takes anything back. */
    public Assembly(
            Layers layers,
            Function<Task, Proposer> proposer,
            String proposerName,
            boolean offline,
            ToolRunner tools,
            Exclusion exclusion) {
        this(layers, proposer, proposerName, offline, tools, exclusion, new Withdrawals());
    }

    /** Lets the layers read the task and its control, with a fresh secret. */
    Session open(Task task, RunOptions options) throws TaskException {
        var secret = SecretRandom.fromSystem();
        var layerOptions = new LayerOptions(options.device(), options.sandbox(), tools, secret);
        var benches = new ArrayList<Workbench>();
        boolean opened = false;
        try {
            var bench = Workbench.open(task, layers, layerOptions, options.parallel(), exclusion);
            benches.add(bench);
            var control = bench.rig().scoring().timedParts().isEmpty() ? null : control(task, layerOptions, benches);
            var rig = new Rig(
                    withdrawals.around(bench.rig().dispatcher()), bench.rig().scoring());
            var equipment = new Equipment(rig, control, proposer.apply(task), bench.operators());
            var session = new Session(
                    task, equipment, offline, secret, environment(task, layerOptions), () -> close(benches));
            opened = true;
            return session;
        } finally {
            if (!opened) {
                close(benches);
            }
        }
    }

    /** Returns the first control whose objective is timed, as that of the task is; what is counted cannot deceive. */
    private @Nullable Control control(Task task, LayerOptions options, List<Workbench> benches) throws TaskException {
        for (var control : ControlTasks.of(task, layers)) {
            var bench = Workbench.open(control, layers, options, 1, exclusion);
            benches.add(bench);
            if (!bench.rig().scoring().timedParts().isEmpty()) {
                return new Control(control.seed(), ControlTasks.challenger(control), bench.rig());
            }
        }
        return null;
    }

    private Map<String, String> environment(Task task, LayerOptions options) {
        var facts = new TreeMap<>(Environment.fingerprint());
        for (var part : task.parts()) {
            layers.named(part.layer()).forEach(layer -> facts.putAll(layer.environment(options)));
        }
        return facts;
    }

    private static void close(List<Workbench> benches) {
        benches.forEach(Workbench::close);
    }
}
