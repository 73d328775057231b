package dev.ouroboros.benchmarks.tuning;

import java.util.List;

/**
 * What a space was recorded of, by the name of its file: KERNEL_DEVICE, or KERNEL alone for one of our own.
 *
 * @param space the whole name
 */
public record Subject(String space, String kernel, String device) {
    private static final String OUR_DEVICE = "ours";

    /** Reads a name. */
    public static Subject of(String space) {
        int end = space.indexOf('_');
        return end < 0
                ? new Subject(space, space, OUR_DEVICE)
                : new Subject(space, space.substring(0, end), space.substring(end + 1));
    }

    /** What a choice may not have seen. */
    public enum LeftOut {
        /** Nothing: chosen on the space that it plays, too. */
        NOTHING,
        /** All spaces of the same kernel. */
        KERNEL,
        /** All spaces of the same kernel, and all of the same device. */
        KERNEL_AND_DEVICE;

        /** Returns those of these subjects that a choice for one of them may have seen. */
        public List<Subject> seen(Subject played, List<Subject> all) {
            return all.stream()
                    .filter(other -> this == NOTHING || !other.kernel().equals(played.kernel()))
                    .filter(other ->
                            this != KERNEL_AND_DEVICE || !other.device().equals(played.device()))
                    .toList();
        }
    }
}
