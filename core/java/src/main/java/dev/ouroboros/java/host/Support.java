package dev.ouroboros.java.host;

import dev.ouroboros.engine.layer.LayerOptions;
import dev.ouroboros.engine.layer.PartSupport;
import dev.ouroboros.engine.layer.Stage;
import dev.ouroboros.engine.task.Part;
import dev.ouroboros.engine.task.TaskException;
import dev.ouroboros.java.build.Compiler.CompileFailure;
import dev.ouroboros.java.jmh.JmhStage;
import dev.ouroboros.java.operator.JavaOperators;
import dev.ouroboros.java.operator.Signatures;
import dev.ouroboros.java.task.JavaTask;
import dev.ouroboros.java.task.JavaTaskReader;
import java.util.List;

/** Puts together what the layer does for a part. */
public final class Support {
    private Support() {}

    /**
     * Reads the part's table and builds its seed.
     *
     * @throws TaskException if the table has a mistake, or the seed does not compile
     */
    public static PartSupport of(Part part, LayerOptions options) throws TaskException {
        JavaTask task = JavaTaskReader.read(part);
        try {
            Workshop workshop = Workshop.open(part, task, options.sandbox(), options.secret(), Defence.ALL);
            return task.isSearch() ? search(workshop) : timed(workshop, options);
        } catch (CompileFailure e) {
            throw part.settings().mistake("entry", "cannot be built, the seed does not compile:\n" + e.getMessage());
        }
    }

    private static PartSupport timed(Workshop workshop, LayerOptions options) {
        var bench = new JavaBench(workshop);
        List<Stage> stages = List.of(
                new InspectStage(workshop.part()),
                new BuildStage(workshop),
                new CheckStage(workshop),
                new TestStage(workshop),
                new FullStage(workshop),
                new JmhStage(workshop, options));
        return new PartSupport(
                stages,
                JavaOperators.of(
                        workshop.part().name(),
                        workshop.part().files(),
                        workshop.task().method()),
                bench,
                () -> {
                    bench.close();
                    workshop.close();
                });
    }

    /** Of a search no answer is right but many are allowed: operators may change what it does, and nothing is timed. */
    private static PartSupport search(Workshop workshop) {
        List<Stage> stages = List.of(
                new InspectStage(workshop.part()),
                new BuildStage(workshop),
                new TestStage(workshop),
                new PlayStage(workshop),
                new FullStage(workshop));
        return new PartSupport(
                stages,
                JavaOperators.changing(
                        workshop.part().name(),
                        workshop.part().files(),
                        workshop.task().method(),
                        Signatures.of(workshop.builder().seed())),
                new PlayBench(workshop),
                workshop::close);
    }
}
