package dev.ouroboros.engine.testlayer;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.artifact.Blob;
import dev.ouroboros.engine.evaluation.Attachment;
import dev.ouroboros.engine.evaluation.Direction;
import dev.ouroboros.engine.evaluation.Measurement;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.engine.layer.CostClass;
import dev.ouroboros.engine.layer.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/** Checks at secret places that a candidate has the values of the seed, and counts its operations. */
final class ValueStage implements Stage {
    private static final int PLACES = 8;

    private final String file;
    private final Term seed;
    private final Simulation simulation;
    private final RandomGenerator secret;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    ValueStage(String file, Term seed, Simulation simulation, RandomGenerator secret) {
        this.file = file;
        this.seed = seed;
        this.simulation = simulation;
        this.secret = secret;
    }

    @Override
    public String name() {
        return "value";
    }

    @Override
    public CostClass cost() {
        return CostClass.CHECK;
    }

    @Override
    public String capability() {
        return "";
    }

    @Override
    public Outcome run(Artifact candidate) throws InterruptedException {
        var text = candidate.text(file);
        boolean first = seen.add(candidate.digest());
        log(candidate.digest());
        Thread.sleep(simulation.hanging().marks(text) ? Long.MAX_VALUE : simulation.pauseMillis());
        if (simulation.throwing().marks(text)) {
            throw new IllegalArgumentException("the stage cannot read " + text);
        }
        boolean faulting = first && simulation.faultedOnce().marks(text);
        if (faulting || simulation.faulted().marks(text)) {
            return new Outcome.Faulted("as it was told to");
        }
        return judged(text);
    }

    private void log(String digest) {
        if (simulation.log().isEmpty()) {
            return;
        }
        try {
            Files.writeString(
                    Path.of(simulation.log()), digest + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Attachment evidence(String text) {
        return new Attachment.Made("wrong.txt", "text/plain", Blob.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    private Outcome judged(String text) {
        Term term;
        try {
            term = TermParser.parse(text);
        } catch (IllegalArgumentException e) {
            return new Outcome.Rejected(Reason.BUILD, String.valueOf(e.getMessage()));
        }
        for (int i = 0; i < PLACES; i++) {
            long x = secret.nextLong();
            if (term.at(x) != seed.at(x)) {
                return new Outcome.Rejected(Reason.INCORRECT, "differs from the seed", List.of(evidence(text)));
            }
        }
        return new Outcome.Passed(
                List.of(Measurement.exact("operations", "", Direction.MINIMIZE, term.operations())), "");
    }
}
