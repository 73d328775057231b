package dev.ouroboros.cfamily.task;

import dev.ouroboros.engine.space.Expression;
import java.util.List;

/** One argument of the kernel, in the order of its signature. */
public sealed interface Argument {

    /** Returns its name, for messages and for the reference. */
    String name();

    /** Returns the type of the scalar, or of each element. */
    ElementType type();

    /** A number that follows from the dimensions. */
    record Scalar(String name, ElementType type, Expression value) implements Argument {}

    /**
     * A buffer in global memory.
     *
     * @param shape extents, outermost first, each over the dimensions
     * @param generator what fills it before a launch; not used for {@link Role#OUT}
     */
    record Buffer(String name, ElementType type, List<Expression> shape, Role role, Generator generator)
            implements Argument {
        public Buffer {
            shape = List.copyOf(shape);
        }
    }

    /** What a kernel does with a buffer. */
    enum Role {
        IN,
        OUT,
        INOUT;

        /** Returns whether the kernel reads what the parent wrote. */
        public boolean read() {
            return this != OUT;
        }

        /** Returns whether the kernel writes it. */
        public boolean written() {
            return this != IN;
        }
    }
}
