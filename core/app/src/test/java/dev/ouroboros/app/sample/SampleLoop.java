package dev.ouroboros.app.sample;

import dev.ouroboros.app.Json;
import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.artifact.Blob;
import dev.ouroboros.engine.artifact.Patch;
import dev.ouroboros.engine.evaluation.Direction;
import dev.ouroboros.engine.evaluation.Evaluation;
import dev.ouroboros.engine.evaluation.Evaluation.StageResult;
import dev.ouroboros.engine.evaluation.Measurement;
import dev.ouroboros.engine.evaluation.Medians;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.engine.loop.LoopEvent;
import dev.ouroboros.engine.loop.LoopEvent.Kind;
import dev.ouroboros.engine.loop.LoopEvent.Proposed;
import dev.ouroboros.engine.loop.LoopEvent.Verdict;
import dev.ouroboros.engine.loop.LoopEvent.Version;
import dev.ouroboros.engine.propose.Credit;
import dev.ouroboros.engine.propose.Proposal;
import dev.ouroboros.engine.space.Setting;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** Plays a loop whose landscape is known, with failures of all kinds. */
final class SampleLoop {
    private static final String SOURCE = "kernel/sgemm.cl";
    private static final double BASELINE_SECONDS = 0.191;
    private static final double FLOP = 2.0 * 512 * 512 * 512;
    private static final int BATCH = 4;
    private static final Map<String, long[]> SPACE = Map.of(
            "TILE_M", new long[] {1, 2, 4, 6, 8},
            "TILE_N", new long[] {1, 2, 4, 8},
            "UNROLL", new long[] {1, 2, 4, 8},
            "VECTOR", new long[] {1, 2, 4, 8, 16},
            "GROUP_X", new long[] {1, 4, 8, 16, 32, 64},
            "GROUP_Y", new long[] {1, 2, 4, 8, 16});

    private final Random random;
    private final SampleTask task;
    private final String sandbox;
    private final SampleClock clock = new SampleClock();
    private final SampleBlocks blocks;
    private final Map<String, byte[]> contents = new HashMap<>();
    private final Map<String, Double> truth = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private int evaluations;
    private int confirmations;
    private int controls;
    private Artifact incumbent;

    SampleLoop(long seed, SampleTask task, String sandbox) {
        this.random = new Random(seed);
        this.blocks = new SampleBlocks(random);
        this.task = task;
        this.sandbox = sandbox;
        this.incumbent = Artifact.of(Map.of(SOURCE, Blob.of(task.kernel().getBytes(StandardCharsets.UTF_8))))
                .with(
                        Artifact.parametersPath("kernel"),
                        Json.text(Setting.of(Map.of(
                                "TILE_M", 1, "TILE_N", 1, "UNROLL", 1, "VECTOR", 1, "GROUP_X", 1, "GROUP_Y", 1))));
    }

    SampleRun run(int budget) {
        var baseline = incumbent;
        clock.write(new LoopEvent.RunStarted(
                "sgemm-20260314-092653-7c1f",
                task.name(),
                task.source(),
                List.of("opencl"),
                1,
                "search",
                budget,
                900,
                version(baseline),
                environment(),
                sandbox,
                "pthread-AMD Ryzen 7 5800X"));
        clock.pass(4.2);
        clock.write(new LoopEvent.BaselineEvaluated(passed()));
        int done = 0;
        for (int batch = 1; done < budget; batch++) {
            done += batch(batch, Math.min(BATCH, budget - done));
            if (batch % 6 == 1) {
                control(batch % 12 == 1 ? Kind.CONTROL_SELF : Kind.CONTROL_TASK);
            }
        }
        clock.write(new LoopEvent.SearchEnded(LoopEvent.SearchEnded.Why.EVALUATIONS));
        rerun(baseline);
        return new SampleRun(clock.events(), contents);
    }

    private int batch(int number, int count) {
        var made = new ArrayList<Artifact>();
        var entries = new ArrayList<Proposed.Entry>();
        while (made.size() < count) {
            var proposal = proposal();
            var artifact = apply(proposal);
            if (seen.add(artifact.digest())) {
                made.add(artifact);
                entries.add(new Proposed.Entry(proposal, version(artifact), null));
            } else if (random.nextInt(20) == 0) {
                entries.add(new Proposed.Entry(
                        proposal,
                        null,
                        new Outcome.Rejected(Reason.DUPLICATE, "the same artifact was proposed before")));
            }
        }
        clock.pass(0.05);
        clock.write(new Proposed(number, entries));
        var passed = new ArrayList<Artifact>();
        var next = made.iterator();
        for (int entry = 0; entry < entries.size(); entry++) {
            if (entries.get(entry).candidate() != null) {
                var artifact = next.next();
                var evaluation = evaluate();
                clock.pass(0.4 + random.nextDouble());
                double seen = evaluation.passed() ? worth(artifact) + 0.02 * random.nextGaussian() : Double.NaN;
                clock.write(new LoopEvent.Evaluated(number, entry, artifact.digest(), evaluation, seen));
                if (seen > worth(incumbent) + 0.01) {
                    passed.add(artifact);
                }
            }
        }
        passed.forEach(this::confirm);
        return made.size();
    }

    private Proposal proposal() {
        int kind = random.nextInt(10);
        if (kind < 7) {
            var setting = Setting.of(Map.of());
            for (int i = random.nextInt(4); i >= 0; i--) {
                var axes = SPACE.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .toList();
                var axis = axes.get(random.nextInt(axes.size()));
                var values = axis.getValue();
                setting = setting.with(axis.getKey(), values[random.nextInt(values.length)]);
            }
            return new Proposal(
                    List.of(incumbent.digest()),
                    List.of(new Patch.ParameterSetting("kernel", setting)),
                    Credit.PARAMETERS,
                    "search/surrogate",
                    "expected improvement " + (random.nextInt(90) + 5) + " % at " + setting.values(),
                    Proposal.Cost.NONE);
        }
        var edit = task.edits().get(random.nextInt(task.edits().size()));
        boolean model = kind == 9;
        return new Proposal(
                List.of(incumbent.digest()),
                List.of(new Patch.BlockReplacement(SOURCE, edit.search(), edit.replacement())),
                model ? Credit.LLM : Credit.OPERATORS,
                model ? "llm/qwen2.5-coder" : "search/operators",
                edit.why(),
                model ? new Proposal.Cost(1800 + random.nextInt(900), 0.0031) : Proposal.Cost.NONE);
    }

    private Artifact apply(Proposal proposal) {
        var artifact = incumbent;
        double value = worth(incumbent);
        for (var patch : proposal.patches()) {
            switch (patch) {
                case Patch.ParameterSetting(var part, var values) -> {
                    var path = Artifact.parametersPath(part);
                    var before = Json.mapper().readValue(artifact.text(path), Setting.class);
                    var after = before.with(values);
                    artifact = artifact.with(path, Json.text(after));
                    value += worth(after) - worth(before);
                }
                case Patch.BlockReplacement(var path, var search, var replacement) -> {
                    var text = artifact.text(path);
                    if (!text.contains(replacement)) {
                        artifact = artifact.with(path, text.replace(search, replacement));
                        value += task.edits().stream()
                                .filter(edit -> edit.search().equals(search))
                                .findFirst()
                                .orElseThrow()
                                .logGain();
                    }
                }
                case Patch.UnifiedDiff _, Patch.WholeFile _ -> throw new AssertionError("not proposed here");
            }
        }
        truth.put(artifact.digest(), value);
        return artifact;
    }

    private double worth(Artifact artifact) {
        return truth.getOrDefault(artifact.digest(), 0.0);
    }

    private static double worth(Setting setting) {
        return setting.values().entrySet().stream()
                .mapToDouble(entry -> switch (entry.getKey() + entry.getValue()) {
                    case "TILE_M2", "TILE_M8" -> 0.52;
                    case "TILE_M4" -> 0.9;
                    case "TILE_M6" -> 0.97;
                    case "TILE_N2" -> 0.4;
                    case "TILE_N4" -> 0.7;
                    case "TILE_N8" -> 0.61;
                    case "UNROLL2" -> 0.08;
                    case "UNROLL4" -> 0.13;
                    case "UNROLL8" -> -0.1;
                    case "VECTOR2" -> 0.5;
                    case "VECTOR4" -> 1.1;
                    case "VECTOR8" -> 1.6;
                    case "VECTOR16" -> 0.7;
                    case "GROUP_X4", "GROUP_X32" -> 0.22;
                    case "GROUP_X8", "GROUP_X16" -> 0.31;
                    case "GROUP_Y2" -> 0.09;
                    case "GROUP_Y4" -> 0.12;
                    case "GROUP_Y16" -> -0.2;
                    default -> 0;
                })
                .sum();
    }

    private Evaluation evaluate() {
        var messages = task.messages();
        return switch (++evaluations % 41) {
            case 3, 19 -> failed("build", new Outcome.Rejected(Reason.BUILD, messages.build()));
            case 6, 14, 27, 33 -> failed("check", refuted(messages.incorrect()));
            case 16 -> failed("check", new Outcome.Rejected(Reason.GUARD, messages.guard()));
            case 21 -> failed("check", new Outcome.TimedOut(messages.timeout()));
            case 24 -> failed("check", new Outcome.Rejected(Reason.MEMORY, messages.memory()));
            case 30 -> failed("build", new Outcome.Faulted(messages.faulted()));
            default -> passed();
        };
    }

    private Evaluation passed() {
        return new Evaluation(
                List.of(
                        new StageResult("kernel/inspect", Outcome.passed(), 0.002),
                        new StageResult("kernel/build", built(), 0.15 + 0.1 * random.nextDouble()),
                        new StageResult("kernel/check", Outcome.passed(), 0.3 + 0.3 * random.nextDouble()),
                        new StageResult("kernel/screen", Outcome.passed(), 0.25 + 0.1 * random.nextDouble())),
                List.of());
    }

    private Outcome built() {
        boolean seed = evaluations == 0;
        int registers = seed ? 24 : 25 + evaluations * 7 % 41;
        return new Outcome.Passed(
                List.of(Measurement.exact("registers", "", Direction.MINIMIZE, registers)),
                seed ? "" : "Most registers: sgemm.cl:12");
    }

    private Outcome refuted(String message) {
        var wave = SampleWave.attachment(task.output());
        contents.put(wave.digest(), wave.content().bytes());
        return new Outcome.Rejected(Reason.INCORRECT, message, List.of(wave.kept()));
    }

    private Evaluation failed(String stage, Outcome outcome) {
        var stages = new ArrayList<StageResult>();
        stages.add(new StageResult("kernel/inspect", Outcome.passed(), 0.002));
        if (!stage.equals("build")) {
            stages.add(new StageResult("kernel/build", Outcome.passed(), 0.2));
        }
        stages.add(new StageResult("kernel/" + stage, outcome, 0.3));
        return new Evaluation(stages, List.of());
    }

    private void confirm(Artifact challenger) {
        if (random.nextInt(30) == 0) {
            start(Kind.CANDIDATE, ++confirmations, challenger.digest());
            clock.write(new LoopEvent.ChallengerChecked(List.of(new StageResult(
                    "kernel/held-out",
                    new Outcome.Rejected(Reason.INCORRECT, task.messages().incorrect()),
                    0.8))));
            decide(
                    Kind.CANDIDATE,
                    confirmations,
                    challenger.digest(),
                    Verdict.FAILED,
                    List.of(),
                    new Outcome.Rejected(Reason.INCORRECT, task.messages().incorrect()));
            return;
        }
        start(Kind.CANDIDATE, ++confirmations, challenger.digest());
        if (duel(Kind.CANDIDATE, confirmations, challenger.digest(), worth(challenger) - worth(incumbent))) {
            incumbent = challenger;
        }
    }

    private void control(Kind kind) {
        var other = Blob.of((kind + "#" + controls).getBytes(StandardCharsets.UTF_8));
        start(kind, ++controls, other.digest());
        duel(kind, controls, other.digest(), 0);
    }

    private void start(Kind kind, int number, String challenger) {
        clock.write(new LoopEvent.ConfirmationStarted(
                kind, number, incumbent.digest(), challenger, 0.001 * 6 / (Math.PI * Math.PI * number * number)));
        clock.pass(0.3);
    }

    private boolean duel(Kind kind, int number, String challenger, double logGain) {
        var medians = new ArrayList<Double>();
        int cap = 9 + random.nextInt(7);
        for (int i = 1; i <= cap; i++) {
            var series = blocks.block(BASELINE_SECONDS / Math.exp(worth(incumbent)), logGain);
            clock.pass(2.1 + 0.4 * random.nextDouble());
            clock.write(new LoopEvent.BlockMeasured(series, series.getFirst().logGain()));
            medians.add(series.getFirst().logGain());
        }
        double low = medians.stream().mapToDouble(m -> m).sorted().skip(1).min().orElseThrow();
        double high = medians.stream()
                .mapToDouble(m -> m)
                .sorted()
                .limit(medians.size() - 1)
                .max()
                .orElseThrow();
        var verdict = low > Math.log(1.01)
                ? Verdict.ACCEPTED
                : high < Math.log(1.01) ? Verdict.REJECTED : Verdict.INCONCLUSIVE;
        return decide(kind, number, challenger, verdict, medians, null) && kind == Kind.CANDIDATE;
    }

    private boolean decide(
            Kind kind,
            int number,
            String challenger,
            Verdict verdict,
            List<Double> medians,
            @Nullable Outcome failure) {
        double low = medians.isEmpty()
                ? Double.NaN
                : Math.exp(sorted(medians).skip(1).min().orElseThrow());
        double high = medians.isEmpty()
                ? Double.NaN
                : Math.exp(sorted(medians).limit(medians.size() - 1).max().orElseThrow());
        var reason = switch (verdict) {
            case ACCEPTED -> "the lower bound is above the minimum gain";
            case REJECTED -> "the upper bound is below the minimum gain";
            case INCONCLUSIVE -> "no more blocks are allowed and the bounds still hold the minimum gain between them";
            case FAILED -> "wrong on held-out inputs";
        };
        clock.write(
                new LoopEvent.Decided(kind, number, challenger, verdict, medians.size(), low, high, reason, failure));
        return verdict == Verdict.ACCEPTED;
    }

    private static DoubleStream sorted(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sorted();
    }

    private void rerun(Artifact baseline) {
        double value = FLOP / 1e9 / BASELINE_SECONDS;
        if (incumbent.equals(baseline)) {
            finish(value, List.of(0.0, 0.0, 0.0));
            return;
        }
        var medians = new ArrayList<Double>();
        for (int i = 0; i < 15; i++) {
            var series = blocks.block(BASELINE_SECONDS, worth(incumbent) - worth(baseline));
            var one = series.getFirst();
            clock.pass(2.4);
            clock.write(new LoopEvent.RerunBlockMeasured(
                    series, FLOP / 1e9 / one.incumbentSeconds(), FLOP / 1e9 / one.challengerSeconds(), one.logGain()));
            medians.add(one.logGain());
        }
        finish(value, medians);
    }

    private void finish(double baselineValue, List<Double> medians) {
        double gain = Math.exp(Medians.median(sorted(medians).toArray()));
        clock.pass(0.1);
        clock.write(new LoopEvent.SecretRevealed("9f2c6a1e77d04b35"));
        clock.write(new LoopEvent.Finished(
                incumbent.digest(),
                baselineValue,
                baselineValue * gain,
                gain,
                Math.exp(sorted(medians).skip(1).min().orElseThrow()),
                Math.exp(sorted(medians).limit(medians.size() - 1).max().orElseThrow())));
    }

    private Version version(Artifact artifact) {
        var files = new HashMap<String, String>();
        artifact.files().forEach((path, blob) -> {
            files.put(path, blob.digest());
            contents.put(blob.digest(), blob.bytes());
        });
        seen.add(artifact.digest());
        return new Version(artifact.digest(), files);
    }

    private static Map<String, String> environment() {
        return new TreeMap<>(Map.of(
                "cpu", "AMD Ryzen 7 5800X 8-Core Processor",
                "cores", "16",
                "memory", "31 GiB",
                "os", "Debian GNU/Linux 12, Linux 6.1.0-18-amd64",
                "java", "OpenJDK 25+36 (Temurin)",
                "opencl", "PoCL 3.1, OpenCL 3.0, LLVM 14",
                "governor", "performance",
                "ouroboros", "0.1.0"));
    }
}
