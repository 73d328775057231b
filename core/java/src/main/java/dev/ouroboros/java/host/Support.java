package dev.ouroboros.java.host;

import dev.ouroboros.engine.layer.LayerOptions;
import dev.ouroboros.engine.layer.PartSupport;
import dev.ouroboros.engine.layer.Stage;
import dev.ouroboros.engine.task.Part;
import dev.ouroboros.engine.task.TaskException;
import dev.ouroboros.java.build.Compiler.CompileFailure;
import dev.ouroboros.java.jmh.JmhStage;
import dev.ouroboros.java.operator.JavaOperators;
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
            var bench = new JavaBench(workshop);
            List<Stage> stages = List.of(
                    new InspectStage(part),
                    new BuildStage(workshop),
                    new CheckStage(workshop),
                    new TestStage(workshop),
                    new FullStage(workshop),
                    new JmhStage(workshop, options));
            return new PartSupport(stages, JavaOperators.of(part.name(), part.files(), task.method()), bench, () -> {
                bench.close();
                workshop.close();
            });
        } catch (CompileFailure e) {
            throw part.settings().mistake("entry", "cannot be built, the seed does not compile:\n" + e.getMessage());
        }
    }
}
