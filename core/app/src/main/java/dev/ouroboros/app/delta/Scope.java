package dev.ouroboros.app.delta;

import java.util.List;
import java.util.stream.Stream;

/** How much of a version is built. Where a part is missing, the version is from before there was one. */
public enum Scope {
    /** The search and what it stands on, which plays recorded spaces. */
    SEARCH,

    /** The search and the operators on Java, which edit a body. */
    EDITOR,

    /** The program, which runs tasks. */
    PROGRAM;

    private static final String MAIN = "/src/main";

    /** Returns the folders it consists of; the first is in every version. */
    List<String> parts() {
        return modules().map(module -> module + MAIN).toList();
    }

    private Stream<String> modules() {
        return switch (this) {
            case SEARCH -> Stream.of("core/engine");
            case EDITOR -> Stream.of("core/engine", "core/java");
            case PROGRAM ->
                Stream.of(
                        "core/engine",
                        "core/java",
                        "core/cfamily",
                        "core/agent",
                        "core/app",
                        "kernels",
                        "native",
                        "hdl",
                        "sim",
                        "fpga");
        };
    }
}
