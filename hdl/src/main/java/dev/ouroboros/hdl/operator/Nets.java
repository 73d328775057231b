package dev.ouroboros.hdl.operator;

import java.util.ArrayList;
import java.util.List;

/** Declares signed nets that are just wide enough for their values. */
final class Nets {

    /**
     * A net, or an operand of the source.
     *
     * @param text of a signed expression
     * @param least the smallest value it may have
     * @param most the largest
     */
    record Net(String text, long least, long most) {
        int width() {
            int positive = 64 - Long.numberOfLeadingZeros(Math.max(most, 0));
            int negative = 64 - Long.numberOfLeadingZeros(-(Math.min(least, -1) + 1));
            return Math.max(positive, negative) + 1;
        }

        String shifted(int by) {
            return by == 0 ? text : "(" + text + " <<< " + by + ")";
        }
    }

    private final FreshNames names;
    private final String stem;
    private final List<String> declarations = new ArrayList<>();

    Nets(FreshNames names, String stem) {
        this.names = names;
        this.stem = stem;
    }

    static Net of(Operand operand) {
        return new Net(operand.text(), operand.least(), operand.most());
    }

    /** Declares {@code (a << i) + (b << j)}, or minus. */
    Net sum(Net a, int i, Net b, int j, boolean minus) {
        long least = (a.least() << i) + (minus ? -b.most() << j : b.least() << j);
        long most = (a.most() << i) + (minus ? -b.least() << j : b.most() << j);
        return declare(a.shifted(i) + (minus ? " - " : " + ") + b.shifted(j), least, most);
    }

    private Net declare(String value, long least, long most) {
        var net = new Net(names.next(stem), least, most);
        declarations.add("wire signed [" + (net.width() - 1) + ":0] " + net.text() + " = " + value + ";");
        return net;
    }

    List<String> declarations() {
        return List.copyOf(declarations);
    }
}
