package dev.ouroboros.cfamily.task;

import org.jspecify.annotations.Nullable;

/** How a language spells the types that arguments may have. */
public interface Types {
    /** Those of OpenCL C. */
    Types OPENCL = new Types() {
        @Override
        public @Nullable ElementType named(String spelling) {
            return ElementType.named(spelling);
        }

        @Override
        public String labels() {
            return ElementType.labels();
        }
    };

    /** Returns the type that is spelled so, or null if there is none. */
    @Nullable
    ElementType named(String spelling);

    /** Returns all spellings, for error texts. */
    String labels();
}
