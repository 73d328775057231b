package dev.ouroboros.hdl.proof;

import dev.ouroboros.hdl.proof.Counterexample.Signal;
import java.util.List;

/** A counterexample as a waveform (value change dump, IEEE 1364-2005, clause 18), a clock cycle a unit of time. */
public final class Vcd {
    private Vcd() {}

    /** Returns the text of the file. */
    public static String of(Counterexample run) {
        var text = new StringBuilder("$timescale 1ns $end\n$scope module counterexample $end\n");
        List<Signal> signals = run.signals();
        for (int i = 0; i < signals.size(); i++) {
            Signal signal = signals.get(i);
            text.append("$var wire ")
                    .append(signal.width())
                    .append(' ')
                    .append(mark(i))
                    .append(' ');
            text.append(signal.label().replace('.', '_')).append(" $end\n");
        }
        text.append("$upscope $end\n$enddefinitions $end\n");
        for (int cycle = 0; cycle < run.cycles().size(); cycle++) {
            text.append('#').append(cycle).append('\n');
            List<String> values = run.cycles().get(cycle);
            for (int i = 0; i < values.size(); i++) {
                if (cycle == 0
                        || !values.get(i).equals(run.cycles().get(cycle - 1).get(i))) {
                    text.append('b')
                            .append(values.get(i))
                            .append(' ')
                            .append(mark(i))
                            .append('\n');
                }
            }
        }
        return text.append('#').append(run.cycles().size()).append('\n').toString();
    }

    private static String mark(int index) {
        return "s" + index;
    }
}
