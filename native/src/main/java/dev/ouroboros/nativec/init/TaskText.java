package dev.ouroboros.nativec.init;

import dev.ouroboros.nativec.init.Signature.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes {@code task.toml}. */
final class TaskText {
    private static final List<Integer> TIMED = List.of(32_768, 256, 96);
    private static final List<List<Integer>> SHOWN =
            List.of(List.of(1, 2, 3), List.of(61, 17, 31), List.of(256, 64, 33));
    private static final List<List<Integer>> HELD_OUT = List.of(List.of(7, 5, 3), List.of(1021, 67, 29));

    private TaskText() {}

    static String of(String file, Signature signature, Plan plan, List<String> guesses) {
        boolean real = signature.parameters().stream().anyMatch(parameter -> isReal(parameter.type()))
                || isReal(signature.returns());
        return """
                # Written by `ouroboros init` from %s. Guessed, so look at it:
                %s
                name    = "%s"
                summary = "%s of %s"

                [[parts]]
                name  = "kernel"
                layer = "c"
                files = ["%s"]

                  # The first value is the default. More of them, used in the source as macros, are passed as -DNAME=value.
                  [parts.parameters]
                  CC     = ["gcc", "clang"]
                  OPT    = ["-O2", "-O3"]
                  ARCH   = ["", "-march=native"]
                  UNROLL = ["", "-funroll-loops"]
                %s%s
                  [parts.c]
                  entry     = "%s"
                  returns   = "%s"
                  compiler  = "$CC"
                  flags     = ["$OPT", "$ARCH", "$UNROLL"%s%s]
                  reference = "seed"
                %s  bytes     = "%s"
                  timed     = %s
                  shown     = [%s]
                  held-out  = [%s]
                  arguments = [
                %s
                  ]

                [[objectives]]
                metric = "throughput"
                unit   = "GB/s"
                goal   = "maximize"

                [budget]
                evaluations = 100
                time        = "15m"
                """.formatted(
                        file,
                        guesses.stream().map(guess -> "#   " + guess).collect(Collectors.joining("\n")),
                        signature.name(),
                        signature.name(),
                        file,
                        file,
                        x86() ? "  PREFER = [\"\", \"-mprefer-vector-width=512\"]\n" : "",
                        real ? "  FAST   = [\"\", \"-ffast-math\"]\n" : "",
                        signature.name(),
                        signature.returns(),
                        x86() ? ", \"$PREFER\"" : "",
                        real ? ", \"$FAST\"" : "",
                        Plan.isSingle(signature) ? "  tolerance = " + Plan.TOLERANCE + "\n" : "",
                        bytes(signature, plan),
                        shape(plan, TIMED.get(Math.min(plan.dimensions().size(), TIMED.size()) - 1), 0),
                        shapes(plan, SHOWN),
                        shapes(plan, HELD_OUT),
                        arguments(signature, plan));
    }

    /** Compilers for other processors do not know the widths of vectors. */
    private static boolean x86() {
        return System.getProperty("os.arch").matches("amd64|x86_64");
    }

    private static boolean isReal(String type) {
        return type.equals("float") || type.equals("double");
    }

    private static String bytes(Signature signature, Plan plan) {
        return signature.parameters().stream()
                .filter(Parameter::pointer)
                .map(parameter ->
                        size(parameter.type()) + " * (" + plan.extents().get(parameter.name()) + ")")
                .collect(Collectors.joining(" + "));
    }

    private static int size(String type) {
        var element = new dev.ouroboros.nativec.task.CTypes().named(type);
        return element == null ? 1 : element.bytes();
    }

    private static String shapes(Plan plan, List<List<Integer>> sizes) {
        return sizes.stream()
                .map(each -> shape(plan, each.getFirst(), each.get(1)))
                .collect(Collectors.joining(", "));
    }

    /** With several dimensions each gets a size of its own, so that no two can be mistaken for one another. */
    private static String shape(Plan plan, int size, int other) {
        List<String> values = new ArrayList<>();
        int several = plan.dimensions().size() > 1 && other > 0 ? other : size;
        for (int i = 0; i < plan.dimensions().size(); i++) {
            values.add(plan.dimensions().get(i) + " = " + (several + (other > 0 ? i : 0)));
        }
        return "{ " + String.join(", ", values) + " }";
    }

    private static String arguments(Signature signature, Plan plan) {
        return signature.parameters().stream()
                .map(parameter -> "    " + argument(parameter, plan) + ",")
                .collect(Collectors.joining("\n"));
    }

    private static String argument(Parameter parameter, Plan plan) {
        String head = "{ name = \"" + parameter.name() + "\", type = \"" + parameter.type() + "\"";
        if (!parameter.pointer()) {
            String value = plan.values().get(parameter.name());
            return head + (value == null ? "" : ", value = \"" + value + "\"") + " }";
        }
        boolean wide = size(parameter.type()) == 8 && !isReal(parameter.type());
        String role = parameter.constant() ? "in" : wide ? "out" : "inout";
        return head + ", shape = [\"" + plan.extents().get(parameter.name()) + "\"], role = \"" + role + "\""
                + (size(parameter.type()) == 1 && !role.equals("out") ? ", low = 0, high = 255" : "") + " }";
    }
}
