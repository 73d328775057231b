package dev.ouroboros.nativec.host;

import dev.ouroboros.cfamily.host.Candidate;
import dev.ouroboros.cfamily.host.Defence;
import dev.ouroboros.cfamily.host.Runner;
import dev.ouroboros.cfamily.host.Trial;
import dev.ouroboros.cfamily.host.Workshop;
import dev.ouroboros.cfamily.task.Contract;
import dev.ouroboros.cfamily.task.Shape;
import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.layer.LayerOptions;
import dev.ouroboros.engine.task.Part;
import dev.ouroboros.engine.task.TaskException;
import dev.ouroboros.nativec.build.Sanitizer;
import dev.ouroboros.nativec.build.Toolbox;
import dev.ouroboros.nativec.task.NativeTask;
import dev.ouroboros.nativec.task.NativeTaskReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A candidate at many drawn shapes, each with an input of its own: compared with what is right, and under sanitizers. */
public final class Fuzz {
    private final Part part;
    private final NativeTask task;
    private final LayerOptions options;

    private Fuzz(Part part, NativeTask task, LayerOptions options) {
        this.part = part;
        this.task = task;
        this.options = options;
    }

    /**
     * Of one part.
     *
     * @throws TaskException if its table has a mistake
     */
    public static Fuzz of(Part part, LayerOptions options) throws TaskException {
        return new Fuzz(part, NativeTaskReader.read(part), options);
    }

    /**
     * Draws some shapes and runs the candidate once at each of them in both ways.
     *
     * @return what was wrong first, or null
     */
    public @Nullable String complaint(Artifact artifact, int count) throws InterruptedException {
        var toolbox = new Toolbox(options.sandbox(), options.tools());
        var target = new NativeTarget(options.sandbox(), true);
        List<Shape> shapes = draw(count);
        try (Workshop workshop = Support.workshop(part, task, toolbox, target, options.secret(), Defence.ALL)) {
            var candidate = Candidate.of(part, artifact);
            String found = new Sanitizer(toolbox, task).complaint(candidate, shapes, options.secret());
            return found == null ? compare(workshop, candidate, shapes) : found;
        } catch (CandidateFailure e) {
            return e.outcome().toString();
        }
    }

    private static @Nullable String compare(Workshop workshop, Candidate candidate, List<Shape> shapes)
            throws CandidateFailure, InterruptedException {
        long most = shapes.stream()
                .mapToLong(shape -> Workshop.checkBytes(workshop.task().withTimed(shape)))
                .max()
                .orElse(1);
        try (Runner runner = Runner.start(workshop.target(), most)) {
            var trial = new Trial(workshop, runner, workshop.compiler().compile(candidate));
            for (Shape shape : shapes) {
                trial.at(shape, 1);
            }
            return null;
        }
    }

    /** Each dimension lies between the least and the greatest one that the task checks. */
    private List<Shape> draw(int count) {
        Contract contract = task.contract();
        List<Shape> known = Stream.concat(contract.shown().stream(), contract.heldOut().stream())
                .toList();
        List<Shape> drawn = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<String, Long> dimensions = new LinkedHashMap<>();
            for (String name : contract.timed().dimensions().keySet()) {
                var values = known.stream()
                        .mapToLong(shape -> shape.dimensions().getOrDefault(name, 1L))
                        .summaryStatistics();
                dimensions.put(name, options.secret().nextLong(values.getMin(), values.getMax() + 1));
            }
            drawn.add(new Shape(dimensions));
        }
        return drawn;
    }
}
