package dev.ouroboros.app.cli;

import dev.ouroboros.app.Json;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;

/** Prints what a command found: as JSON if asked for, else as text. */
final class Output {
    private Output() {}

    static <T> void print(CommandSpec spec, CommonOptions common, T view, Function<T, String> text) {
        var out = spec.commandLine().getOut();
        if (common.json) {
            Json.print(out, view);
        } else {
            out.println(text.apply(view));
            out.flush();
        }
    }
}
