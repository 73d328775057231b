package dev.ouroboros.nativec.worker;

import dev.ouroboros.cfamily.worker.Messages.Message;
import dev.ouroboros.cfamily.worker.Messages.Place;
import java.util.List;

/**
 * To a runner: make ready what one batch consists of. Answered by {@link dev.ouroboros.cfamily.worker.Messages.Done}.
 *
 * @param shape value of each dimension
 * @param result whether the last place of each launch is that of a returned value
 * @param launches the arguments of each, in the task's order
 */
public record NativePlan(int plan, int slot, List<Long> shape, boolean result, List<List<Place>> launches)
        implements Message {}
