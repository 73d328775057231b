package dev.ouroboros.nativec.host;

import dev.ouroboros.cfamily.host.Candidate;
import dev.ouroboros.cfamily.host.CheckStage;
import dev.ouroboros.cfamily.host.Defence;
import dev.ouroboros.cfamily.host.HeldOutStage;
import dev.ouroboros.cfamily.host.InspectStage;
import dev.ouroboros.cfamily.host.KernelBench;
import dev.ouroboros.cfamily.host.SeedReference;
import dev.ouroboros.cfamily.host.Target;
import dev.ouroboros.cfamily.host.Workshop;
import dev.ouroboros.cfamily.operator.CFamilyOperators;
import dev.ouroboros.cfamily.reference.Reference;
import dev.ouroboros.cfamily.reference.References;
import dev.ouroboros.cfamily.syntax.Dialect;
import dev.ouroboros.engine.layer.LayerOptions;
import dev.ouroboros.engine.layer.PartSupport;
import dev.ouroboros.engine.layer.Stage;
import dev.ouroboros.engine.task.Part;
import dev.ouroboros.engine.task.TaskException;
import dev.ouroboros.nativec.build.NativeCompiler;
import dev.ouroboros.nativec.build.Sanitizer;
import dev.ouroboros.nativec.build.Toolbox;
import dev.ouroboros.nativec.guard.CSource;
import dev.ouroboros.nativec.jmh.JmhStage;
import dev.ouroboros.nativec.task.NativeTask;
import dev.ouroboros.nativec.task.NativeTaskReader;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Puts together what the layer does for a part. */
public final class Support {
    /** How the reference is built: plainly, so that no flag of a candidate changes what is right. */
    private static final List<String> PLAIN = List.of("-O2");

    private Support() {}

    /**
     * Reads the part's table and opens its workshop.
     *
     * @throws TaskException if the table has a mistake
     */
    public static PartSupport of(Part part, LayerOptions options) throws TaskException {
        NativeTask task = NativeTaskReader.read(part);
        var toolbox = new Toolbox(options.sandbox(), options.tools());
        var target = new NativeTarget(options.sandbox(), true);
        Workshop workshop = workshop(part, task, toolbox, target, options.secret(), Defence.ALL);
        var bench = new KernelBench(workshop);
        List<Stage> stages = List.of(
                new InspectStage(part, CSource.DIALECT),
                new CheckStage(workshop),
                new SanitizeStage(part, task, new Sanitizer(toolbox, task), options.secret()),
                new HeldOutStage(workshop),
                new JmhStage(workshop, options));
        var operators = CFamilyOperators.of(part.name(), part.files(), Dialect.C);
        return new PartSupport(stages, operators, bench, () -> {
            bench.close();
            workshop.close();
        });
    }

    /** Returns the workshop of a part whose files are still those of the task. */
    static Workshop workshop(
            Part part, NativeTask task, Toolbox toolbox, Target target, RandomGenerator secret, Set<Defence> defences) {
        References builtIn = References.named(task.contract().reference());
        Reference reference = builtIn != null ? builtIn.create() : seed(part, task, toolbox, target, secret);
        return Workshop.open(
                part,
                task.contract(),
                target,
                new NativeCompiler(toolbox, task, defences),
                reference,
                secret,
                defences);
    }

    private static Reference seed(Part part, NativeTask task, Toolbox toolbox, Target target, RandomGenerator secret) {
        var compiler = new NativeCompiler(toolbox, task.builtWith("gcc", PLAIN), Defence.ALL);
        return new SeedReference(target, compiler, task.contract(), Candidate.seed(part), secret);
    }
}
