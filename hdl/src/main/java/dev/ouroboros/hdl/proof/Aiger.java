package dev.ouroboros.hdl.proof;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes a graph as a binary AIGER file with one output (Biere, "The AIGER And-Inverter Graph Format", 2007). Names are not
 * written: no text of a candidate reaches what reads the file.
 */
final class Aiger {
    private final Aig aig;
    private final int[] renamed;
    private int count;

    private Aiger(Aig aig) {
        this.aig = aig;
        this.renamed = new int[aig.size()];
    }

    static byte[] write(Aig aig, int output) {
        return new Aiger(aig).write(output);
    }

    /** The format wants inputs first, then latches, then and-nodes, each after its operands. */
    private byte[] write(int output) {
        aig.inputs().forEach(input -> renamed[input >> 1] = ++count);
        aig.latches().keySet().forEach(latch -> renamed[latch >> 1] = ++count);
        var nodes = new ByteArrayOutputStream();
        int ands = 0;
        for (int variable = 1; variable < aig.size(); variable++) {
            int[] operands = aig.operands(variable);
            if (operands[0] >= 0) {
                renamed[variable] = ++count;
                ands++;
                int left = literal(operands[0]);
                int right = literal(operands[1]);
                number(nodes, 2 * count - Math.max(left, right));
                number(nodes, Math.abs(left - right));
            }
        }
        var text = new StringBuilder(
                "aig " + count + " " + aig.inputs().size() + " " + aig.latches().size() + " 1 " + ands + "\n");
        aig.latches().values().forEach(next -> text.append(literal(next)).append('\n'));
        text.append(literal(output)).append('\n');
        var file = new ByteArrayOutputStream();
        file.writeBytes(text.toString().getBytes(StandardCharsets.US_ASCII));
        file.writeBytes(nodes.toByteArray());
        return file.toByteArray();
    }

    private int literal(int literal) {
        return 2 * renamed[literal >> 1] + (literal & 1);
    }

    private static void number(ByteArrayOutputStream out, int value) {
        int rest = value;
        while (rest >= 0x80) {
            out.write((rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
    }
}
