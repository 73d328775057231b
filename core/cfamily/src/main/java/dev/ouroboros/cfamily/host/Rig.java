package dev.ouroboros.cfamily.host;

import dev.ouroboros.cfamily.data.Inputs;
import dev.ouroboros.cfamily.data.Poison;
import dev.ouroboros.cfamily.data.Values;
import dev.ouroboros.cfamily.task.Argument;
import dev.ouroboros.cfamily.task.Problem;
import dev.ouroboros.cfamily.worker.Messages.Place;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A candidate made ready in a runner for launches of one shape, each with buffers of its own. */
public final class Rig {
    private final Runner runner;
    private final Problem problem;
    private final Layout layout;
    private final int number;
    private final Map<String, Values> outputs = new ConcurrentHashMap<>();
    private long zoneKey;

    private Rig(Runner runner, Problem problem, Layout layout, int number) {
        this.runner = runner;
        this.problem = problem;
        this.layout = layout;
        this.number = number;
    }

    /**
     * Makes it ready; the candidate must be loaded.
     *
     * @param number of the program's slot and of the plan
     */
    static Rig prepare(Runner runner, Compiled compiled, Problem problem, Layout layout, int number)
            throws CandidateFailure, InterruptedException {
        runner.plan(compiled.plan(number, problem, places(problem, layout)));
        return new Rig(runner, problem, layout, number);
    }

    /** Returns how many launches have buffers of their own. */
    int launches() {
        return layout.launches().size();
    }

    /**
     * Writes the inputs of each launch, poison into its outputs, and fresh zones around them.
     *
     * @param poison null leaves the outputs as they are
     */
    public void place(List<Inputs> inputs, @Nullable Poison poison, RandomGenerator secret)
            throws CandidateFailure, InterruptedException {
        zoneKey = secret.nextLong();
        for (Layout.Span zone : layout.zones()) {
            Poison.repeat(bytes(zone), zoneKey);
        }
        Launches.each(inputs.size(), i -> {
            for (Argument.Buffer buffer : problem.task().buffers()) {
                MemorySegment bytes = bytes(layout.place(i, buffer.name()));
                if (buffer.role().read()) {
                    bytes.copyFrom(inputs.get(i).of(buffer.name()).segment());
                } else if (poison != null) {
                    poison.fill(bytes, buffer.type(), secret.nextLong());
                }
            }
        });
        runner.upload(number);
    }

    /** Returns the seconds that so many launches took together. */
    public double go(int count, Duration patience) throws CandidateFailure, InterruptedException {
        return runner.go(number, count, patience) * 1e-9;
    }

    /** Returns the device's seconds of each launch of the last batch. */
    double[] deviceSeconds() throws CandidateFailure, InterruptedException {
        return runner.times().stream().mapToDouble(nanos -> nanos * 1e-9).toArray();
    }

    /** Returns a copy of an output, good until the next one: the worker can change the original at any time. */
    public Values output(int launch, Argument.Buffer buffer) {
        Values copy = outputs.computeIfAbsent(
                launch + buffer.name(), key -> Values.zeros(buffer.type(), problem.length(buffer.name())));
        copy.segment().copyFrom(bytes(layout.place(launch, buffer.name())));
        return copy;
    }

    /** Returns what a launch changed that it may not change, or null. */
    @Nullable
    String trespass(int launch, Inputs inputs) {
        for (Argument.Buffer buffer : problem.task().buffers()) {
            if (!buffer.role().written()
                    && bytes(layout.place(launch, buffer.name()))
                                    .mismatch(inputs.of(buffer.name()).segment())
                            >= 0) {
                return "it changed its input " + buffer.name();
            }
        }
        return null;
    }

    /** Returns whether something was written outside of all buffers. */
    boolean strayed() {
        return layout.zones().stream().anyMatch(zone -> !Poison.repeats(bytes(zone), zoneKey));
    }

    private MemorySegment bytes(Layout.Span span) {
        return runner.memory().asSlice(span.offset(), span.bytes());
    }

    /** Returns for each launch where its arguments lie, in the task's order. */
    public static List<List<Place>> places(Problem problem, Layout layout) {
        List<List<Place>> launches = new ArrayList<>();
        for (int i = 0; i < layout.launches().size(); i++) {
            launches.add(places(problem, layout, i));
        }
        return launches;
    }

    private static List<Place> places(Problem problem, Layout layout, int launch) {
        List<Place> places = new ArrayList<>();
        for (Argument argument : problem.task().arguments()) {
            places.add(
                    switch (argument) {
                        case Argument.Scalar scalar -> new Place(scalar.type(), -1, 0, false, problem.scalar(scalar));
                        case Argument.Buffer buffer -> {
                            Layout.Span span = layout.place(launch, buffer.name());
                            yield new Place(
                                    buffer.type(),
                                    span.offset(),
                                    span.bytes(),
                                    buffer.role().written(),
                                    0);
                        }
                    });
        }
        return places;
    }
}
