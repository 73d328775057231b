package dev.ouroboros.kernels.worker;

import dev.ouroboros.cfamily.worker.Messages.Message;
import dev.ouroboros.cfamily.worker.Messages.Place;
import dev.ouroboros.kernels.device.DeviceInfo;
import dev.ouroboros.kernels.device.KernelInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What parent and workers of this layer say to each other, beyond what those of all layers do. */
public final class DeviceMessages {
    private DeviceMessages() {}

    /** What devices there are, from both kinds of worker. */
    public record Devices(List<DeviceInfo> devices) implements Message {}

    /**
     * To a compiler.
     *
     * @param variants for PoCL, for each binary that is wanted, the work-group functions it shall hold
     */
    public record Compile(List<String> sources, String options, String entry, List<List<String>> variants)
            implements Message {}

    /**
     * A compiler's answer; the binaries follow one another in the payload.
     *
     * @param kernel null if the source has errors
     * @param imports what the machine code asks of its process, as far as the guard knows no honest use for it
     */
    public record Compiled(
            String log, @Nullable KernelInfo kernel, List<Integer> sizes, List<String> imports, boolean runsAtLoad)
            implements Message {}

    /** To a runner: make ready what one batch consists of. Answered by {@link Done}. */
    public record Plan(
            int plan, int slot, String entry, List<Long> global, List<Long> local, List<List<Place>> launches)
            implements Message {}
}
