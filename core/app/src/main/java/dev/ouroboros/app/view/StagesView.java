package dev.ouroboros.app.view;

import dev.ouroboros.app.history.AttachedFile;
import dev.ouroboros.app.history.RunHistory;
import dev.ouroboros.app.text.Figures;
import dev.ouroboros.app.text.Ink;
import dev.ouroboros.app.text.VisibleText;
import dev.ouroboros.engine.evaluation.Evaluation.StageResult;
import dev.ouroboros.engine.evaluation.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What {@code show RUN CANDIDATE} prints: what every stage said of one candidate.
 *
 * @param fate {@code accepted}, why it was not, or {@code seed}
 * @param stages in order, those that only confirmation needs at the end
 */
public record StagesView(String run, String candidate, String fate, List<Verdict> stages) {
    private static final int LINE = 120;

    public StagesView {
        stages = List.copyOf(stages);
    }

    /**
     * One stage's verdict.
     *
     * @param verdict {@code passed}, {@code faulted}, {@code timeout}, or why it was rejected
     * @param metrics the median of each
     * @param said its log or message, as the tool or the candidate wrote it
     * @param files what it left, by the path that {@code export} writes it to
     */
    public record Verdict(
            String stage,
            String verdict,
            double seconds,
            Map<String, Double> metrics,
            String said,
            Map<String, String> files) {}

    /** Looks a candidate up, or the seed. */
    public static StagesView of(RunHistory history, String digest) {
        var fate = history.candidates().stream()
                .filter(candidate -> candidate.digest().equals(digest))
                .map(candidate -> candidate.fate().label())
                .findFirst()
                .orElse(digest.equals(history.start().baseline().digest()) ? "seed" : "not evaluated");
        return new StagesView(
                history.start().run(),
                digest,
                fate,
                history.stages(digest).stream().map(StagesView::verdict).toList());
    }

    private static Verdict verdict(StageResult result) {
        var metrics = new LinkedHashMap<String, Double>();
        if (result.outcome() instanceof Outcome.Passed passed) {
            passed.measurements().forEach(one -> metrics.put(one.metric(), one.median()));
        }
        var files = new LinkedHashMap<String, String>();
        AttachedFile.of(List.of(result))
                .forEach(attached -> files.put(attached.path(), attached.file().digest()));
        return new Verdict(
                result.stage(),
                word(result.outcome()),
                result.seconds(),
                metrics,
                result.outcome().said(),
                files);
    }

    private static String word(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Passed _ -> "passed";
            case Outcome.Rejected rejected -> rejected.reason().label();
            case Outcome.Faulted _ -> "faulted";
            case Outcome.TimedOut _ -> "timeout";
        };
    }

    /** Returns it for people. */
    public String text(Ink ink) {
        var text = new StringBuilder();
        text.append(ink.strong(Figures.digest(candidate)))
                .append("  ")
                .append(fate)
                .append('\n');
        stages.forEach(stage -> text.append('\n').append(text(stage, ink)));
        if (stages.stream().anyMatch(stage -> !stage.files().isEmpty())) {
            text.append("\nWrite the files to a folder: ./ouroboros export ")
                    .append(run)
                    .append(" --candidate ")
                    .append(Figures.digest(candidate))
                    .append(" --to DIR\n");
        }
        return text.toString();
    }

    private static String text(Verdict stage, Ink ink) {
        var text = new StringBuilder();
        text.append(VisibleText.line(stage.stage(), LINE)).append(": ");
        text.append(stage.verdict().equals("passed") ? stage.verdict() : ink.bad(stage.verdict()));
        text.append(ink.soft(", " + Figures.seconds(stage.seconds()))).append('\n');
        if (!stage.metrics().isEmpty()) {
            text.append("  ").append(metrics(stage.metrics())).append('\n');
        }
        VisibleText.of(stage.said())
                .strip()
                .lines()
                .forEach(line -> text.append("  ").append(line).append('\n'));
        stage.files()
                .keySet()
                .forEach(path -> text.append("  ")
                        .append(ink.soft("file "))
                        .append(VisibleText.line(path, LINE))
                        .append('\n'));
        return text.toString();
    }

    private static String metrics(Map<String, Double> metrics) {
        return metrics.entrySet().stream()
                .map(entry -> VisibleText.line(entry.getKey(), LINE) + " " + Figures.value(entry.getValue()))
                .collect(Collectors.joining(", "));
    }
}
