package dev.ouroboros.hdl.proof;

import dev.ouroboros.engine.artifact.Blob;
import dev.ouroboros.engine.evaluation.Attachment;
import dev.ouroboros.hdl.proof.Counterexample.Side;
import dev.ouroboros.hdl.proof.Counterexample.Signal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A counterexample as a waveform (value change dump, IEEE 1364-2005, clause 18). A cycle takes {@value #CYCLE} units of time
 * and begins with the rising edge of {@code clock}, which a run of one cycle does without. Inputs stand in scope {@code input},
 * outputs in {@code seed} and {@code candidate}; a signal in scope {@code wrong} is 1 while the candidate's of its name is wrong.
 */
public final class Vcd {
    private static final int CYCLE = 10;

    private Vcd() {}

    /** A variable and its values, one each half of a cycle. */
    private record Variable(String scope, String name, int width, List<String> values) {}

    /** Returns the file as a stage attaches it to its verdict. */
    public static Attachment attachment(Counterexample run) {
        return new Attachment.Made(
                "counterexample.vcd", "text/x-vcd", Blob.of(of(run).getBytes(StandardCharsets.UTF_8)));
    }

    /** Returns the text of the file. */
    public static String of(Counterexample run) {
        List<Variable> variables = variables(run);
        var text = new StringBuilder("$timescale 1ns $end\n");
        String scope = "";
        for (int i = 0; i < variables.size(); i++) {
            Variable variable = variables.get(i);
            if (!variable.scope().equals(scope)) {
                text.append(scope.isEmpty() ? "" : "$upscope $end\n");
                scope = variable.scope();
                text.append("$scope module ").append(scope).append(" $end\n");
            }
            text.append("$var wire ").append(variable.width()).append(' ').append(mark(i));
            text.append(' ').append(variable.name()).append(" $end\n");
        }
        text.append("$upscope $end\n$enddefinitions $end\n");
        for (int half = 0; half < 2 * run.cycles().size(); half++) {
            changes(text, variables, half);
        }
        return text.append('#').append(CYCLE * run.cycles().size()).append('\n').toString();
    }

    private static void changes(StringBuilder text, List<Variable> variables, int half) {
        var changes = new StringBuilder();
        for (int i = 0; i < variables.size(); i++) {
            List<String> values = variables.get(i).values();
            String value = values.get(half);
            if (half == 0 || !value.equals(values.get(half - 1))) {
                boolean scalar = variables.get(i).width() == 1;
                changes.append(scalar ? value : "b" + value + " ")
                        .append(mark(i))
                        .append('\n');
            }
        }
        if (!changes.isEmpty()) {
            text.append('#').append(half * CYCLE / 2).append('\n').append(changes);
        }
    }

    private static List<Variable> variables(Counterexample run) {
        var variables = new ArrayList<Variable>();
        int cycles = run.cycles().size();
        if (cycles > 1) {
            variables.add(new Variable("input", "clock", 1, halves(cycles, (cycle, second) -> second ? "0" : "1")));
        }
        for (Side side : Side.values()) {
            for (int i = 0; i < run.signals().size(); i++) {
                Signal signal = run.signals().get(i);
                int at = i;
                if (signal.side() == side) {
                    variables.add(new Variable(
                            scope(side),
                            name(signal),
                            signal.width(),
                            halves(cycles, (cycle, _) -> run.cycles().get(cycle).get(at))));
                }
            }
        }
        variables.add(new Variable(
                "wrong", name(run.mismatch()), 1, halves(cycles, (cycle, _) -> cycle == cycles - 1 ? "1" : "0")));
        return variables;
    }

    private interface Value {
        String of(int cycle, boolean second);
    }

    private static List<String> halves(int cycles, Value value) {
        var halves = new ArrayList<String>();
        for (int cycle = 0; cycle < cycles; cycle++) {
            halves.add(value.of(cycle, false));
            halves.add(value.of(cycle, true));
        }
        return halves;
    }

    private static String scope(Side side) {
        return switch (side) {
            case BOTH -> "input";
            case SEED -> "seed";
            case CANDIDATE -> "candidate";
        };
    }

    /** A name ends at the next space. */
    private static String name(Signal signal) {
        return signal.name().replaceAll("\\s", "_");
    }

    private static String mark(int index) {
        return "s" + index;
    }
}
