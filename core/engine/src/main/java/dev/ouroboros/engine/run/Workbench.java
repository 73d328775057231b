package dev.ouroboros.engine.run;

import dev.ouroboros.engine.dispatch.Cascade;
import dev.ouroboros.engine.dispatch.LocalDispatcher;
import dev.ouroboros.engine.layer.Bench;
import dev.ouroboros.engine.layer.LayerOptions;
import dev.ouroboros.engine.layer.Layers;
import dev.ouroboros.engine.layer.Operator;
import dev.ouroboros.engine.layer.PartSupport;
import dev.ouroboros.engine.loop.Rig;
import dev.ouroboros.engine.measure.BlockScheduler;
import dev.ouroboros.engine.measure.Scoring;
import dev.ouroboros.engine.process.Exclusion;
import dev.ouroboros.engine.task.Part;
import dev.ouroboros.engine.task.Task;
import dev.ouroboros.engine.task.TaskException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A task with all that its layers bring for it. Closing it ends every worker. */
final class Workbench implements AutoCloseable {
    private final List<PartSupport> supports;
    private final LocalDispatcher dispatcher;
    private final Rig rig;

    private Workbench(List<PartSupport> supports, LocalDispatcher dispatcher, Rig rig) {
        this.supports = supports;
        this.dispatcher = dispatcher;
        this.rig = rig;
    }

    /**
     * Lets every layer read its part of the task.
     *
     * @throws TaskException if a part has a mistake, or the objective does not say which part measures it
     */
    static Workbench open(Task task, Layers layers, LayerOptions options, int parallel, Exclusion exclusion)
            throws TaskException {
        checkObjective(task);
        var supports = new ArrayList<PartSupport>();
        boolean opened = false;
        try {
            var bench = open(task, layers, options, parallel, exclusion, supports);
            opened = true;
            return bench;
        } finally {
            if (!opened) {
                supports.forEach(PartSupport::close);
            }
        }
    }

    private static Workbench open(
            Task task,
            Layers layers,
            LayerOptions options,
            int parallel,
            Exclusion exclusion,
            List<PartSupport> supports)
            throws TaskException {
        var stages = new ArrayList<Cascade.PartStage>();
        var timed = new TreeMap<String, Bench>();
        for (var part : task.parts()) {
            for (var layer : layers.named(part.layer())) {
                var support = layer.support(part, options);
                supports.add(support);
                support.stages().forEach(stage -> stages.add(new Cascade.PartStage(part.name(), stage)));
                if (support.bench() != null) {
                    timed.put(part.name(), support.bench());
                }
            }
            part.settings().rejectUnread();
        }
        var scoring = new Scoring(task.objective(), timed);
        if (task.objective().formula() == null && scoring.timedParts().size() > 1) {
            throw mistake(
                    task,
                    "is timed by the parts " + String.join(" and ", scoring.timedParts())
                            + ": say by a formula how it follows from both, for example formula = \""
                            + scoring.timedParts().stream()
                                    .map(part -> part + "." + task.objective().metric())
                                    .collect(Collectors.joining(" + "))
                            + "\"");
        }
        var dispatcher = new LocalDispatcher(
                new Cascade(stages), scoring, parallel, exclusion, BlockScheduler.STANDARD, options.secret());
        return new Workbench(supports, dispatcher, new Rig(dispatcher, scoring));
    }

    private static void checkObjective(Task task) throws TaskException {
        var formula = task.objective().formula();
        var parts = task.parts().stream().map(Part::name).toList();
        for (var name : formula == null ? Set.<String>of() : formula.names()) {
            int dot = name.indexOf('.');
            if (dot < 0 || !parts.contains(name.substring(0, dot))) {
                throw mistake(
                        task, "names " + name + " in its formula; expected part.metric, and the parts are " + parts);
            }
        }
    }

    private static TaskException mistake(Task task, String text) {
        return new TaskException(
                "task " + task.name() + ": the objective " + task.objective().metric() + " " + text);
    }

    Rig rig() {
        return rig;
    }

    List<Operator> operators() {
        return supports.stream()
                .flatMap(support -> support.operators().stream())
                .toList();
    }

    @Override
    public void close() {
        dispatcher.close();
        supports.forEach(PartSupport::close);
    }
}
