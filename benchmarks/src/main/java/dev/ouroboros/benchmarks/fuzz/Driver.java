package dev.ouroboros.benchmarks.fuzz;

import dev.ouroboros.cfamily.task.Argument;
import dev.ouroboros.nativec.task.NativeTask;
import java.util.stream.Collectors;

/**
 * The main program around a task's function. It reads problems from standard input: eight bytes for each scalar and for
 * each buffer's length in elements, in the order of the arguments, then what the buffers hold that are read. It writes
 * every output. Each buffer is an allocation of its own, so that the sanitizers see one byte beyond it.
 */
final class Driver {
    private final NativeTask task;

    Driver(NativeTask task) {
        this.task = task;
    }

    /** Returns the declaration that the candidate is compiled behind. */
    String declaration() {
        return """
                #include <stdbool.h>
                #include <stddef.h>
                #include <stdint.h>
                %s;
                """.formatted(task.declaration());
    }

    /** Returns the program. */
    String text() {
        var arguments = task.parameters();
        var text = new StringBuilder("""
                #include "declaration.h"
                #include <stdio.h>
                #include <stdlib.h>
                #include <string.h>
                static void *room(size_t bytes) {
                  void *p;
                  if (posix_memalign(&p, 4096, bytes)) exit(3);
                  return memset(p, 0xA5, bytes);
                }
                static void *given(size_t bytes) {
                  void *p = room(bytes);
                  if (fread(p, 1, bytes, stdin) != bytes) exit(3);
                  return p;
                }
                int main(void) {
                  for (;;) {
                """);
        text.append("    union { int64_t whole; double real; } head[%d];%n".formatted(arguments.size()));
        text.append("    if (fread(head, 8, %1$d, stdin) != %1$d) return 0;%n".formatted(arguments.size()));
        for (int i = 0; i < arguments.size(); i++) {
            text.append("    ").append(variable(arguments.get(i), i)).append('\n');
        }
        var call = task.entry() + "(" + arguments.stream().map(Argument::name).collect(Collectors.joining(", ")) + ");";
        text.append("    ");
        if (task.hasResult()) {
            text.append("const ").append(task.returns()).append(" result = ");
        }
        text.append(call).append('\n');
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i) instanceof Argument.Buffer buffer) {
                if (buffer.role().written()) {
                    text.append(
                            "    fwrite(%1$s, sizeof *%1$s, head[%2$d].whole, stdout);%n".formatted(buffer.name(), i));
                }
                text.append("    free((void *)%s);%n".formatted(buffer.name()));
            }
        }
        if (task.hasResult()) {
            text.append("    fwrite(&result, sizeof result, 1, stdout);\n");
        }
        return text.append("  }\n}\n").toString();
    }

    private String variable(Argument argument, int index) {
        var type = task.spelling(argument);
        return switch (argument) {
            case Argument.Scalar scalar ->
                "%1$s %2$s = (%1$s)head[%3$d].%4$s;"
                        .formatted(type, scalar.name(), index, scalar.type().floating() ? "real" : "whole");
            case Argument.Buffer buffer ->
                "%s%s *%s = %s(head[%d].whole * sizeof(%s));"
                        .formatted(
                                buffer.role().written() ? "" : "const ",
                                type,
                                buffer.name(),
                                buffer.role().read() ? "given" : "room",
                                index,
                                type);
        };
    }
}
