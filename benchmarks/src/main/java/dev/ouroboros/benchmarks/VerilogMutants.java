package dev.ouroboros.benchmarks;

import dev.ouroboros.engine.task.Part;
import dev.ouroboros.engine.task.TaskException;
import dev.ouroboros.engine.task.TaskReader;
import dev.ouroboros.hdl.mutant.Mutant;
import dev.ouroboros.hdl.mutant.Mutants;
import dev.ouroboros.hdl.mutant.SecondOpinion;
import dev.ouroboros.hdl.netlist.Circuit;
import dev.ouroboros.hdl.netlist.DesignProblem;
import dev.ouroboros.hdl.proof.Abc;
import dev.ouroboros.hdl.proof.Obligation;
import dev.ouroboros.hdl.proof.Prover;
import dev.ouroboros.hdl.proof.Verdict;
import dev.ouroboros.hdl.task.DesignTask;
import dev.ouroboros.hdl.task.DesignTaskReader;
import dev.ouroboros.hdl.tool.Design;
import dev.ouroboros.hdl.tool.Toolbox;
import dev.ouroboros.hdl.tool.Yosys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * Puts errors into the layer's own designs and lets each be judged: {@code VerilogMutants FILE [COUNT]}, 1,000. What is proved
 * must be confirmed by engines that had no part in it: ABC alone, and Yosys with its own solver. Ends with 1 if Yosys
 * finds a difference in what was proved. What was judged is in FILE, a line each; started again, it goes on from there.
 */
public final class VerilogMutants {
    private static final int COUNT = 1_000;
    private static final int SEED = 1;
    private static final Duration PROOF = Duration.ofSeconds(10);
    private static final Duration CONFIRMATION = Duration.ofSeconds(60);
    private static final List<String> DESIGNS =
            List.of("crc32", "divider8", "fifo", "fir", "popcount64", "sortnet8", "systolic", "uart_rx");

    private final Toolbox tools;
    private final Path file;
    private final Map<String, Subject> subjects = new TreeMap<>();

    private VerilogMutants(Toolbox tools, Path file) {
        this.tools = tools;
        this.file = file;
    }

    public static void main(String[] arguments) throws IOException, TaskException, DesignProblem, InterruptedException {
        if (arguments.length < 1 || arguments.length > 2) {
            System.err.println("Usage: benchmarks/run VerilogMutants FILE [COUNT]");
            System.exit(2);
        }
        int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : COUNT;
        var program = new VerilogMutants(Toolbox.onThisMachine(), Path.of(arguments[0]));
        program.judge(count);
        System.exit(program.print() ? 0 : 1);
    }

    /** A design of the layer. */
    private record Subject(Design design, Circuit circuit) {
        DesignTask task() {
            return design.task();
        }
    }

    private record Job(String design, Mutant mutant) {
        String line(String verdict) {
            return design + "\t" + mutant.kind() + "\t" + mutant.what() + "\t" + verdict;
        }
    }

    private void judge(int count) throws IOException, TaskException, DesignProblem, InterruptedException {
        var jobs = new ArrayList<Job>();
        for (var name : DESIGNS) {
            Path folder = Path.of(System.getProperty("ouroboros.home"), "hdl", "tasks", name);
            Part part = TaskReader.read(folder, Set.of("verilog")).parts().getFirst();
            DesignTask task = DesignTaskReader.read(part);
            String source = Files.readString(folder.resolve(name + ".v"));
            var design = new Design(task, Map.of(name + ".v", source), Map.of());
            subjects.put(name, new Subject(design, new Yosys(tools).elaborate(design)));
            var reset = task.reset();
            Mutants.of(source, task.clock(), reset == null ? null : reset.name())
                    .forEach(mutant -> jobs.add(new Job(name, mutant)));
        }
        Collections.shuffle(jobs, new Random(SEED));
        // Two places of one line may read alike, so lines are counted.
        Map<String, Integer> done = new HashMap<>();
        for (var line : lines()) {
            done.merge(withoutVerdict(line), 1, Integer::sum);
        }
        int judged = 0;
        for (var job : jobs.subList(0, Math.min(count, jobs.size()))) {
            int left = done.merge(withoutVerdict(job.line("")), -1, Integer::sum);
            if (left < 0) {
                Files.writeString(
                        file, job.line(verdict(job)) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
            judged++;
            if (judged % 50 == 0) {
                System.err.println(judged + " of " + Math.min(count, jobs.size()));
            }
        }
    }

    private static String withoutVerdict(String line) {
        return line.substring(0, line.lastIndexOf('\t'));
    }

    private String verdict(Job job) throws InterruptedException {
        Subject seed = Objects.requireNonNull(subjects.get(job.design()));
        var design =
                new Design(seed.task(), Map.of(job.design() + ".v", job.mutant().source()), Map.of());
        Circuit circuit;
        try {
            circuit = new Yosys(tools).elaborate(design);
        } catch (DesignProblem _) {
            return "NO DESIGN";
        }
        var prover = new Prover(new Abc(tools), RandomGenerator.of("L64X128MixRandom"), 2);
        var obligation = new Obligation(
                seed.circuit(), circuit, seed.task().reset(), seed.task().latency());
        return switch (prover.prove(obligation, PROOF)) {
            case Verdict.Refuted _ -> "REFUTED";
            case Verdict.Bounded _ -> "BOUNDED";
            case Verdict.Unknown _ -> "UNKNOWN";
            case Verdict.Proved(String engine) ->
                "PROVED by " + engine + "; " + confirmation(prover, obligation, seed.design(), design);
        };
    }

    private String confirmation(Prover prover, Obligation obligation, Design seed, Design mutant)
            throws InterruptedException {
        var yosys = new SecondOpinion(tools).of(seed, mutant);
        var abc = prover.byEngines(obligation, CONFIRMATION);
        return "Yosys: " + yosys + "; ABC: " + (abc instanceof Verdict.Proved ? "PROVED" : "open");
    }

    private List<String> lines() throws IOException {
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    /** Returns whether nothing is wrong. */
    private boolean print() throws IOException {
        var byVerdict = new TreeMap<String, Integer>();
        var byKind = new TreeMap<String, Integer>();
        boolean right = true;
        for (var line : lines()) {
            List<String> fields = List.of(line.split("\t", -1));
            String verdict = fields.getLast();
            boolean proved = verdict.startsWith("PROVED");
            boolean confirmed = verdict.contains("Yosys: ALIKE") && verdict.contains("ABC: PROVED");
            byVerdict.merge(
                    !proved ? verdict : confirmed ? "PROVED, confirmed by both" : "PROVED, not confirmed",
                    1,
                    Integer::sum);
            byKind.merge(fields.get(1), 1, Integer::sum);
            if (proved && !confirmed) {
                System.out.println("look: " + line);
            }
            right &= !verdict.contains("Yosys: DIFFERENT");
        }
        byKind.forEach((kind, number) -> System.out.printf("%6d of kind %s%n", number, kind));
        byVerdict.forEach((verdict, number) -> System.out.printf("%6d %s%n", number, verdict));
        return right;
    }
}
