package dev.ouroboros.agent.prompt;

import dev.ouroboros.agent.prompt.Item.Kind;
import dev.ouroboros.engine.artifact.Diffs;
import dev.ouroboros.engine.evaluation.Evaluation.StageResult;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.propose.Observation;
import dev.ouroboros.engine.propose.ProposerContext;
import dev.ouroboros.engine.propose.Refused;
import dev.ouroboros.engine.propose.Untrusted;
import dev.ouroboros.engine.task.Objective;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes what is known of the parent's relatives as items. Diffs are kept, for making them reads the archive. */
final class Evidence {
    private static final int WORKED = 8;
    private static final int FAILED = 8;
    private static final int REFUSED = 6;
    private static final int DIFF = 2500;
    private static final int SAID = 1500;
    private static final int WHY = 300;
    private static final int KEPT = 256;

    private final Map<String, String> diffs = new LinkedHashMap<>();

    List<Item> items(ProposerContext context, Observation parent) {
        var items = new ArrayList<Item>();
        worked(context, items);
        failed(context, parent, items);
        refused(context.refusals(), items);
        return items;
    }

    /** The best, each by what it gained, and those that confirmation accepted. */
    private void worked(ProposerContext context, List<Item> items) {
        var best = Leaders.of(
                context.history(), observation -> observation.passed() && observation.proposal() != null, WORKED);
        for (int rank = 0; rank < best.size(); rank++) {
            var observation = best.get(rank);
            items.add(new Item(
                    Kind.WORKED,
                    2.0 / (1 + rank),
                    about(observation) + measured(context, observation) + "\n" + diff(context, observation)));
        }
    }

    /** The latest, one of each reason before a second of any, and what the parent's own children did wrong first. */
    private void failed(ProposerContext context, Observation parent, List<Item> items) {
        var reasons = new HashSet<String>();
        int taken = 0;
        var history = context.history();
        for (int i = history.size() - 1; i > 0 && taken < FAILED; i--) {
            var observation = history.get(i);
            var lost = observation.ruling() != null && !observation.ruling().accepted();
            if (observation.passed() && !lost) {
                continue;
            }
            var reason = observation.failure() == null
                    ? "not confirmed"
                    : observation.failure().label();
            double value = 1.0 / (1 + taken)
                    + (reasons.add(reason) ? 1 : 0)
                    + (observation.parents().contains(parent.candidate()) ? 0.5 : 0);
            items.add(new Item(
                    Kind.FAILED,
                    value,
                    about(observation) + reason + "\n" + complaint(observation) + diff(context, observation)));
            taken++;
        }
    }

    private static void refused(List<Refused> refusals, List<Item> items) {
        var latest = new ArrayList<>(refusals.subList(Math.max(0, refusals.size() - REFUSED), refusals.size()));
        Collections.reverse(latest);
        for (int age = 0; age < latest.size(); age++) {
            var refused = latest.get(age);
            items.add(new Item(
                    Kind.REFUSED,
                    1.0 / (1 + age),
                    refused.reason().label() + ", by "
                            + refused.proposal().proposer()
                            + why(refused.proposal().rationale()) + "\n"
                            + Untrusted.barred(refused.message(), SAID)));
        }
    }

    private static String about(Observation observation) {
        var proposal = observation.proposal();
        return "Candidate " + name(observation.candidate()) + ", from "
                + observation.parents().stream().map(Evidence::name).collect(Collectors.joining(" and "))
                + ", by " + observation.proposer() + (proposal == null ? "" : why(proposal.rationale())) + ": ";
    }

    /** Returns the objective's value and the gain, and what confirmation said. */
    static String measured(ProposerContext context, Observation observation) {
        if (!observation.passed()) {
            return "nothing, it did not pass";
        }
        var objective = context.task().objective();
        var ruling = observation.ruling();
        return figure(context.value(observation.logGain())) + unit(objective) + ", "
                + figure(Math.exp(observation.logGain())) + " times the baseline"
                + (ruling == null
                        ? " (screened)"
                        : (ruling.accepted() ? " (confirmed: " : " (not confirmed: ")
                                + Untrusted.line(ruling.reason(), WHY) + ")");
    }

    private static String complaint(Observation observation) {
        var ruling = observation.ruling();
        var said = observation.passed() && ruling != null
                ? ruling.reason()
                : observation.stages().isEmpty()
                        ? ""
                        : observation.stages().getLast().outcome().said();
        return said.isBlank() ? "" : Untrusted.barred(said, SAID) + "\n";
    }

    /** Returns what every stage said and measured. */
    static String stages(List<StageResult> stages) {
        var text = new StringBuilder();
        for (var stage : stages) {
            text.append(stage.stage())
                    .append(": ")
                    .append(verdict(stage.outcome()))
                    .append('\n');
            var said = stage.outcome().said();
            if (!said.isBlank()) {
                text.append(Untrusted.barred(said, SAID)).append('\n');
            }
        }
        return text.isEmpty() ? "nothing" : text.toString().strip();
    }

    private static String verdict(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Passed(var measurements, var _, var _) ->
                "passed"
                        + measurements.stream()
                                .map(metric ->
                                        ", " + Untrusted.line(metric.metric(), WHY) + " " + figure(metric.median())
                                                + (metric.unit().isEmpty() ? "" : " " + metric.unit()))
                                .collect(Collectors.joining());
            case Outcome.Rejected(var reason, var _, var _) -> "rejected, " + reason.label();
            case Outcome.Faulted _ -> "could not be judged";
            case Outcome.TimedOut _ -> "took too long";
        };
    }

    private String diff(ProposerContext context, Observation observation) {
        var known = diffs.get(observation.candidate());
        if (known != null) {
            return known;
        }
        var before = context.load().apply(observation.parents().getFirst());
        var diff = Diffs.unified(before, context.load().apply(observation.candidate()));
        var text = Untrusted.barred(diff, DIFF);
        if (diffs.size() >= KEPT) {
            diffs.remove(diffs.keySet().iterator().next());
        }
        diffs.put(observation.candidate(), text);
        return text;
    }

    private static String why(String rationale) {
        return rationale.isBlank() ? "" : " (" + Untrusted.line(rationale, WHY) + ")";
    }

    /** Returns a candidate's short name. */
    static String name(String digest) {
        return digest.substring(0, Math.min(8, digest.length()));
    }

    private static String unit(Objective objective) {
        return objective.unit().isEmpty() ? "" : " " + objective.unit();
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }
}
