package dev.ouroboros.benchmarks;

import dev.ouroboros.benchmarks.recording.Configurations;
import dev.ouroboros.benchmarks.recording.Journal;
import dev.ouroboros.benchmarks.recording.JournalException;
import dev.ouroboros.benchmarks.recording.Options;
import dev.ouroboros.benchmarks.recording.Processor;
import dev.ouroboros.benchmarks.recording.Progress;
import dev.ouroboros.benchmarks.recording.Recorder;
import dev.ouroboros.benchmarks.recording.SurveyMeasurer;
import dev.ouroboros.engine.arena.T1;
import dev.ouroboros.engine.arena.T1Writer;
import dev.ouroboros.engine.arena.T4Writer;
import dev.ouroboros.engine.artifact.Digest;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.measure.SecretRandom;
import dev.ouroboros.engine.process.Sandboxes;
import dev.ouroboros.engine.process.Sandboxes.Detection;
import dev.ouroboros.engine.task.Task;
import dev.ouroboros.engine.task.TaskException;
import dev.ouroboros.engine.task.TaskReader;
import dev.ouroboros.kernels.device.DeviceInfo;
import dev.ouroboros.kernels.host.Survey;
import java.io.IOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Measures every configuration of a task's OpenCL part and writes what the arena plays on: {@code RecordSpace TASK
 * FILE.T4.json.gz [--runs N] [--threads N]}.
 *
 * <p>Beside the file a journal grows by one line a configuration. Stopped at any moment, the same command goes on where it
 * was; when all is measured it writes the file, with {@code .T1.json} beside it, and removes the journal. The machine is
 * not locked for all that time: what else runs on it is for whoever starts this to see to.
 */
public final class RecordSpace {
    private static final String LAYER = "opencl";

    /** The order of measuring is the same after a stop. */
    private static final long ORDER = 1;

    private static final int WRONG = 2;
    private static final int MISSING = 3;

    private RecordSpace() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (!(Sandboxes.detect() instanceof Detection.Works(var sandbox))) {
            System.err.println("No sandbox works here; `./ouroboros doctor` says why.");
            System.exit(MISSING);
            return;
        }
        try {
            var options = Options.parse(arguments);
            var task = TaskReader.read(options.task(), Set.of(LAYER));
            if (task.parts().size() != 1) {
                throw new IllegalArgumentException("task " + task.name() + " has "
                        + task.parts().size() + " parts; expected one, of the layer " + LAYER);
            }
            try (var survey = Survey.open(
                    task.parts().getFirst(), task.seed(), sandbox, SecretRandom.fromSystem(), options.threads())) {
                record(options, task, survey);
            }
        } catch (IllegalArgumentException | TaskException | JournalException e) {
            System.err.println(e.getMessage());
            System.err.println("Usage: benchmarks/run RecordSpace TASK FILE.T4.json.gz [--runs N] [--threads N]");
            System.exit(WRONG);
        } catch (CandidateFailure e) {
            System.err.println("the unmodified kernel does not work: " + e.outcome());
            System.exit(WRONG);
        }
    }

    private static void record(Options options, Task task, Survey survey)
            throws JournalException, IOException, InterruptedException {
        var space = task.parts().getFirst().parameters();
        var configurations = Configurations.shuffled(space, ORDER);
        var facts = facts(options, task, survey.device());
        try (var journal = Journal.open(options.journal(), subject(facts, task))) {
            System.err.println(configurations.size() + " configurations, "
                    + journal.rows().size() + " of them measured before. Ctrl-C stops; the same command goes on.");
            var clock = InstantSource.system();
            var measurer = new SurveyMeasurer(task, survey, options.runs(), clock, RecordSpace::say);
            var rows = new Recorder(measurer, clock, RecordSpace::show).record(configurations, journal);
            T1Writer.write(options.description(), new T1(task.name(), space));
            T4Writer.write(options.file(), facts, rows);
        }
        Files.delete(options.journal());
        say("wrote " + options.file());
    }

    private static void show(Progress progress) {
        System.err.print("\r" + progress + "   ");
    }

    private static void say(String message) {
        System.err.println("\n" + message);
    }

    /** What rows depend on: one journal holds rows of one kind only. */
    private static SortedMap<String, String> subject(SortedMap<String, String> facts, Task task) {
        var subject = new TreeMap<>(facts);
        subject.put("seed", task.seed().digest());
        subject.put("space", Digest.of(task.parts().getFirst().parameters().toString()));
        return subject;
    }

    private static SortedMap<String, String> facts(Options options, Task task, DeviceInfo device) throws IOException {
        var facts = new TreeMap<String, String>();
        facts.put("task", task.name());
        facts.put("device", device.name());
        facts.put("driver", device.platform() + " " + device.driver());
        facts.put("opencl", device.version());
        facts.put("processor", Processor.model());
        facts.put("threads", Integer.toString(options.threads()));
        facts.put("runs", Integer.toString(options.runs()));
        return facts;
    }
}
