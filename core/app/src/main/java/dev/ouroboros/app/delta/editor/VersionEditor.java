package dev.ouroboros.app.delta.editor;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.artifact.Digest;
import dev.ouroboros.engine.artifact.PatchFailure;
import dev.ouroboros.engine.artifact.Patches;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.engine.layer.Operator;
import dev.ouroboros.engine.propose.Notebook;
import dev.ouroboros.engine.propose.Observation;
import dev.ouroboros.engine.propose.Proposal;
import dev.ouroboros.engine.propose.Proposer;
import dev.ouroboros.engine.propose.ProposerContext;
import dev.ouroboros.engine.search.SearchProposer;
import dev.ouroboros.engine.task.Part;
import dev.ouroboros.engine.task.Task;
import dev.ouroboros.engine.task.TaskException;
import dev.ouroboros.engine.task.TaskReader;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A version's proposer and operators on one body. Loaded among the version's classes, which may differ from ours; so it uses
 * only what versions have had since there is a search, makes the records that have changed by the names of their components,
 * and speaks with its process in maps.
 */
public final class VersionEditor implements UnaryOperator<Map<String, Object>> {
    private static final String LAYER = "java";
    private static final String OPERATORS = "dev.ouroboros.java.operator.JavaOperators";

    /** The methods of a body that are called while it is measured. */
    private static final List<String> ENTRIES = List.of("next", "tell");

    /** A proposer that repeats itself this often has no more ideas. */
    private static final int PATIENCE = 50;

    private final Map<String, Artifact> artifacts = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final List<Observation> history = new ArrayList<>();
    private @Nullable Desk desk;
    private @Nullable Proposal last;

    /** For the process, which finds it by name. */
    public VersionEditor() {}

    /** What does not change while a body is edited. */
    private record Desk(
            Task task,
            Proposer proposer,
            List<Operator> operators,
            SplittableRandom random,
            boolean shifted,
            int most) {}

    /** What does. */
    private Artifact incumbent = Artifact.of(Map.of());

    private Artifact proposed = incumbent;

    @Override
    public Map<String, Object> apply(Map<String, Object> request) {
        try {
            if (desk == null) {
                begin(request);
            } else {
                learn(request, desk.task());
            }
            return edit(Objects.requireNonNull(desk));
        } catch (TaskException e) {
            throw new IllegalStateException("the body is no task that this version can read: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts this process", e);
        }
    }

    private void begin(Map<String, Object> request) throws TaskException {
        var task = TaskReader.read(Path.of((String) value(request, "folder")), Set.of(LAYER));
        desk = new Desk(
                task,
                SearchProposer.of(task),
                operators(task),
                new SplittableRandom(((Number) value(request, "seed")).longValue()),
                (boolean) value(request, "shifted"),
                ((Number) value(request, "evaluations")).intValue());
        incumbent = task.seed();
        keep(incumbent);
        history.add(observation(task, incumbent, null, 0, null));
    }

    private void learn(Map<String, Object> request, Task task) {
        boolean passed = request.get("logGain") != null;
        history.add(observation(
                task,
                proposed,
                last,
                passed ? ((Number) value(request, "logGain")).doubleValue() : Double.NaN,
                passed ? null : Reason.valueOf((String) value(request, "fault"))));
        if ((boolean) value(request, "accepted")) {
            incumbent = proposed;
        }
    }

    /** Returns the next edit; nothing if there is none. */
    private Map<String, Object> edit(Desk at) throws InterruptedException {
        for (int attempt = 0; attempt < PATIENCE; attempt++) {
            if (at.shifted()) {
                var _ = at.random().nextLong();
            }
            var proposals = at.proposer().propose(context(at), 1, at.random().split());
            if (proposals.isEmpty()) {
                return Map.of();
            }
            var proposal = proposals.getFirst();
            var artifact = applied(proposal, at.task());
            if (artifact != null && !seen.contains(artifact.digest())) {
                keep(artifact);
                proposed = artifact;
                last = proposal;
                return Map.of(
                        "files", texts(artifact),
                        "by", proposal.proposer(),
                        "credit", proposal.credit().label());
            }
        }
        return Map.of();
    }

    private @Nullable Artifact applied(Proposal proposal, Task task) {
        try {
            var parent = artifacts.get(proposal.parents().getFirst());
            return parent == null ? null : Patches.apply(parent, proposal.patches(), task.editScope());
        } catch (PatchFailure e) {
            return null;
        }
    }

    private ProposerContext context(Desk at) {
        var known = new HashMap<String, Object>();
        known.put("task", at.task());
        known.put("operators", at.operators());
        known.put("incumbent", incumbent);
        known.put("baselineValue", 1.0);
        known.put("history", List.copyOf(history));
        known.put("refusals", List.of());
        known.put("spending", Map.of());
        known.put("evaluationsLeft", at.most() - history.size() + 1);
        known.put("timeLeft", Duration.ofDays(1));
        known.put("seen", (java.util.function.Predicate<String>) seen::contains);
        known.put("load", (java.util.function.Function<String, Artifact>)
                digest -> Objects.requireNonNull(artifacts.get(digest)));
        known.put("notebook", notebook());
        return ByName.make(ProposerContext.class, known);
    }

    /** Versions from before there were models have none. */
    private static @Nullable Object notebook() {
        try {
            return Notebook.closed();
        } catch (NoClassDefFoundError e) {
            return null;
        }
    }

    private static Observation observation(
            Task task, Artifact artifact, @Nullable Proposal proposal, double logGain, @Nullable Reason failure) {
        var known = new HashMap<String, Object>();
        known.put("candidate", artifact.digest());
        known.put("proposal", proposal);
        known.put("proposer", proposal == null ? "seed" : proposal.proposer());
        known.put("settings", task.settings(artifact));
        known.put("sources", sources(artifact));
        known.put("stages", List.of());
        known.put("logGain", logGain);
        known.put("failure", failure);
        known.put("ruling", null);
        return ByName.make(Observation.class, known);
    }

    /** Equal for artifacts that differ in parameters only. */
    private static String sources(Artifact artifact) {
        return Digest.of(artifact.files().entrySet().stream()
                .filter(file -> !file.getKey().endsWith("/" + Artifact.PARAMETERS))
                .map(file -> file.getKey() + '\0' + file.getValue().digest())
                .collect(Collectors.joining("\n")));
    }

    private void keep(Artifact artifact) {
        artifacts.put(artifact.digest(), artifact);
        seen.add(artifact.digest());
    }

    private static Map<String, String> texts(Artifact artifact) {
        var texts = new TreeMap<String, String>();
        artifact.files().keySet().forEach(path -> texts.put(path, artifact.text(path)));
        return texts;
    }

    /** The layers are reached at run time only; a version from before there was this one edits parameters and nothing else. */
    private static List<Operator> operators(Task task) {
        try {
            var of = Arrays.stream(Class.forName(OPERATORS).getMethods())
                    .filter(method -> method.getName().equals("of"))
                    .findFirst()
                    .orElseThrow(() -> new NoSuchMethodException(OPERATORS + ".of"));
            var all = new ArrayList<Operator>();
            for (var part : task.parts()) {
                // Later versions want to know which method is measured, and change what it calls.
                for (var entry : of.getParameterCount() == 3 ? ENTRIES : ENTRIES.subList(0, 1)) {
                    all.addAll(asked(of, part, entry));
                }
            }
            return List.copyOf(all);
        } catch (ClassNotFoundException e) {
            return List.of();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this version's operators on Java cannot be asked: " + e, e);
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Operator> asked(Method of, Part part, String entry) throws ReflectiveOperationException {
        return (List<Operator>)
                (of.getParameterCount() == 3
                        ? of.invoke(null, part.name(), part.files(), entry)
                        : of.invoke(null, part.name(), part.files()));
    }

    private static Object value(Map<String, Object> request, String name) {
        return Objects.requireNonNull(request.get(name), name);
    }
}
