package dev.ouroboros.engine.run;

import dev.ouroboros.engine.layer.LayerOptions;
import dev.ouroboros.engine.layer.Layers;
import dev.ouroboros.engine.loop.Control;
import dev.ouroboros.engine.loop.Equipment;
import dev.ouroboros.engine.measure.SecretRandom;
import dev.ouroboros.engine.process.Exclusion;
import dev.ouroboros.engine.process.ToolRunner;
import dev.ouroboros.engine.propose.Proposer;
import dev.ouroboros.engine.task.Task;
import dev.ouroboros.engine.task.TaskException;
import java.util.TreeMap;

/**
 * What runs are assembled from.
 *
 * @param proposerName as {@code --proposer} names it
 * @param offline whether the proposer gives the same proposals for the same context
 * @param exclusion keeps everything else of ours off the machine while something is timed
 */
public record Assembly(
        Layers layers, Proposer proposer, String proposerName, boolean offline, ToolRunner tools, Exclusion exclusion) {

    /** Lets the layers read the task and its control, with a fresh secret. */
    Session open(Task task, RunOptions options) throws TaskException {
        var secret = SecretRandom.fromSystem();
        var layerOptions = new LayerOptions(options.device(), options.sandbox(), tools, secret);
        var bench = Workbench.open(task, layers, layerOptions, options.parallel(), exclusion);
        var facts = new TreeMap<>(Environment.fingerprint());
        task.parts()
                .forEach(part ->
                        layers.named(part.layer()).forEach(layer -> facts.putAll(layer.environment(layerOptions))));
        var controlTask = ControlTasks.find(task, layers);
        if (controlTask == null) {
            return new Session(
                    task,
                    new Equipment(bench.rig(), null, proposer, bench.operators()),
                    offline,
                    secret,
                    facts,
                    bench::close);
        }
        var controlBench = Workbench.open(controlTask, layers, layerOptions, 1, exclusion);
        var control = new Control(controlTask.seed(), ControlTasks.challenger(controlTask), controlBench.rig());
        return new Session(
                task, new Equipment(bench.rig(), control, proposer, bench.operators()), offline, secret, facts, () -> {
                    bench.close();
                    controlBench.close();
                });
    }
}
