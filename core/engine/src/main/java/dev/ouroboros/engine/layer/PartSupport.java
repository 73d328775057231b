package dev.ouroboros.engine.layer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a layer does for one part. Closing it ends the layer's warm workers.
 *
 * @param stages its steps of the cascade
 * @param operators the mutations it can make
 * @param bench times candidates against each other; null if the part has exact metrics only
 * @param release ends what is still running
 */
public record PartSupport(
        List<Stage> stages,
        List<Operator> operators,
        @Nullable Bench bench,
        Runnable release) implements AutoCloseable {
    public PartSupport {
        stages = List.copyOf(stages);
        operators = List.copyOf(operators);
    }

    @Override
    public void close() {
        release.run();
    }
}
