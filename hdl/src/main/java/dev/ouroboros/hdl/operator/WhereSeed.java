package dev.ouroboros.hdl.operator;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.artifact.Patch;
import dev.ouroboros.engine.layer.Operator;
import java.util.List;
import java.util.Map;

/**
 * An operator for the unmodified design only, or for all but that.
 *
 * @param seed its files, by path
 * @param wanted whether for that only
 */
record WhereSeed(Operator operator, Map<String, String> seed, boolean wanted) implements Operator {
    WhereSeed {
        seed = Map.copyOf(seed);
    }

    @Override
    public String name() {
        return operator.name();
    }

    @Override
    public double promise() {
        return operator.promise();
    }

    @Override
    public List<Patch> patches(Artifact artifact) {
        boolean is = seed.entrySet().stream()
                .allMatch(file -> artifact.files().containsKey(file.getKey())
                        && artifact.text(file.getKey()).equals(file.getValue()));
        return is == wanted ? operator.patches(artifact) : List.of();
    }
}
