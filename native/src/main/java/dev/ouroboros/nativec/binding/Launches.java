package dev.ouroboros.nativec.binding;

import dev.ouroboros.cfamily.worker.Messages.Place;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/** Launches whose buffers are places of one piece of memory. */
public final class Launches {
    private Launches() {}

    /**
     * Lays out one launch.
     *
     * @param places of the arguments, in the task's order
     * @param result whether the last place is that of a returned value
     */
    public static Launch of(Arena arena, MemorySegment memory, List<Place> places, List<Long> shape, boolean result) {
        int arguments = result ? places.size() - 1 : places.size();
        List<Launch.Buffer> buffers = new ArrayList<>();
        List<Launch.Scalar> scalars = new ArrayList<>();
        for (Place place : places.subList(0, arguments)) {
            if (place.offset() >= 0) {
                buffers.add(new Launch.Buffer(
                        slice(memory, place), place.bytes() / place.type().bytes()));
            } else if (place.type().floating()) {
                scalars.add(new Launch.Scalar.Real(place.value()));
            } else {
                scalars.add(new Launch.Scalar.Whole((long) place.value()));
            }
        }
        return Launch.of(arena, buffers, scalars, shape, result ? slice(memory, places.getLast()) : null);
    }

    private static MemorySegment slice(MemorySegment memory, Place place) {
        return memory.asSlice(place.offset(), place.bytes());
    }
}
