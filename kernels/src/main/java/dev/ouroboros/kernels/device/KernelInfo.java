package dev.ouroboros.kernels.device;

import java.util.List;

/**
 * What the compiler says about a kernel.
 *
 * @param maxWorkGroupSize work-items of the largest group it can be launched with
 * @param requiredGroup the group size its source demands, or zeros
 * @param localMemory bytes of local memory a group needs
 * @param arguments in order
 */
public record KernelInfo(
        long maxWorkGroupSize, List<Long> requiredGroup, long localMemory, List<ArgumentInfo> arguments) {
    public KernelInfo {
        requiredGroup = List.copyOf(requiredGroup);
        arguments = List.copyOf(arguments);
    }

    /**
     * An argument as declared.
     *
     * @param type for example {@code float*}; empty if the compiler does not tell
     * @param global whether it points to global or constant memory
     */
    public record ArgumentInfo(String type, boolean global) {}
}
