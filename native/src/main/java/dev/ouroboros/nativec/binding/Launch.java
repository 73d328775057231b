package dev.ouroboros.nativec.binding;

import dev.ouroboros.nativec.generated.KernelHeader;
import dev.ouroboros.nativec.generated.ouroboros_buffer;
import dev.ouroboros.nativec.generated.ouroboros_launch;
import dev.ouroboros.nativec.generated.ouroboros_scalar;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that one call of a kernel is given, in native memory.
 *
 * @param struct a {@code struct ouroboros_launch}
 */
public record Launch(MemorySegment struct) {

    /**
     * Some elements.
     *
     * @param length number of elements
     */
    public record Buffer(MemorySegment data, long length) {}

    /** A number that is passed by value. */
    public sealed interface Scalar {
        record Whole(long value) implements Scalar {}

        record Real(double value) implements Scalar {}
    }

    /**
     * Lays it out.
     *
     * @param arena lives as long as the launch
     * @param shape value of each dimension
     * @param result where a returned value goes, or null
     */
    public static Launch of(
            Arena arena, List<Buffer> buffers, List<Scalar> scalars, List<Long> shape, @Nullable MemorySegment result) {
        MemorySegment struct = arena.allocate(ouroboros_launch.layout());
        ouroboros_launch.version(struct, KernelHeader.OUROBOROS_VERSION());
        ouroboros_launch.buffer_count(struct, buffers.size());
        ouroboros_launch.scalar_count(struct, scalars.size());
        ouroboros_launch.dimension_count(struct, shape.size());
        ouroboros_launch.buffers(struct, buffers(arena, buffers));
        ouroboros_launch.scalars(struct, scalars(arena, scalars));
        ouroboros_launch.shape(
                struct,
                arena.allocateFrom(
                        ValueLayout.JAVA_LONG,
                        shape.stream().mapToLong(Long::longValue).toArray()));
        ouroboros_launch.result(struct, result == null ? MemorySegment.NULL : result);
        return new Launch(struct);
    }

    private static MemorySegment buffers(Arena arena, List<Buffer> buffers) {
        MemorySegment array = arena.allocate(ouroboros_buffer.layout(), buffers.size());
        for (int i = 0; i < buffers.size(); i++) {
            MemorySegment element = ouroboros_buffer.asSlice(array, i);
            ouroboros_buffer.data(element, buffers.get(i).data());
            ouroboros_buffer.length(element, buffers.get(i).length());
        }
        return array;
    }

    private static MemorySegment scalars(Arena arena, List<Scalar> scalars) {
        MemorySegment array = arena.allocate(ouroboros_scalar.layout(), scalars.size());
        for (int i = 0; i < scalars.size(); i++) {
            MemorySegment element = ouroboros_scalar.asSlice(array, i);
            switch (scalars.get(i)) {
                case Scalar.Whole(long value) -> ouroboros_scalar.whole(element, value);
                case Scalar.Real(double value) -> ouroboros_scalar.real(element, value);
            }
        }
        return array;
    }
}
