package dev.ouroboros.nativec.build;

import dev.ouroboros.cfamily.task.Argument;
import dev.ouroboros.nativec.task.NativeTask;
import java.util.ArrayList;
import java.util.List;

/** The host's own C around a task's function. */
final class Shim {
    private Shim() {}

    /** Returns what every file of a candidate is compiled behind: a definition of another type does not compile. */
    static String declaration(NativeTask task) {
        return """
                #include <stdbool.h>
                #include <stddef.h>
                #include <stdint.h>
                %s;
                """.formatted(task.declaration());
    }

    /** Returns the function that the library exports. */
    static String launch(NativeTask task) {
        long buffers = count(task, Argument.Buffer.class);
        long scalars = count(task, Argument.Scalar.class);
        return """
                #include "declaration.h"
                #include "ouroboros_kernel.h"
                int32_t ouroboros_launch(const struct ouroboros_launch *launch);
                __attribute__((visibility("default"))) int32_t ouroboros_launch(const struct ouroboros_launch *launch) {
                  if (launch->version != OUROBOROS_VERSION) return OUROBOROS_WRONG_VERSION;
                  if (launch->buffer_count != %d || launch->scalar_count != %d) return OUROBOROS_WRONG_COUNT;
                  %s%s(%s);
                  return OUROBOROS_DONE;
                }
                """.formatted(
                        buffers,
                        scalars,
                        task.hasResult() ? "*(" + task.returns() + " *)launch->result = " : "",
                        task.entry(),
                        String.join(", ", arguments(task)));
    }

    private static long count(NativeTask task, Class<? extends Argument> type) {
        return task.parameters().stream().filter(type::isInstance).count();
    }

    private static List<String> arguments(NativeTask task) {
        List<String> arguments = new ArrayList<>();
        int buffers = 0;
        int scalars = 0;
        for (Argument argument : task.parameters()) {
            String type = task.spelling(argument);
            arguments.add(
                    switch (argument) {
                        case Argument.Buffer buffer ->
                            "(" + (buffer.role().written() ? "" : "const ") + type + " *)launch->buffers[" + buffers++
                                    + "].data";
                        case Argument.Scalar scalar ->
                            "(" + type + ")launch->scalars[" + scalars++ + "]."
                                    + (scalar.type().floating() ? "real" : "whole");
                    });
        }
        return arguments;
    }
}
