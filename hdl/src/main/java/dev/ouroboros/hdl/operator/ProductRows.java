package dev.ouroboros.hdl.operator;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Declares the nets of a product. The highest bit of a signed multiplier counts negative. */
final class ProductRows {
    private final FreshNames names;
    private final List<String> declarations = new ArrayList<>();
    private final boolean signed;
    private final int width;
    private final int bits;
    private final String a;
    private final String b;

    /** Part of the product: multiplicand times {@code bits} bits of the multiplier. */
    private record Chunk(String name, int bits) {}

    ProductRows(FreshNames names, Operand multiplicand, Operand multiplier) {
        this.names = names;
        this.signed = multiplicand.signed();
        this.width = multiplicand.width();
        this.bits = multiplier.width();
        this.a = net("times_a", width, multiplicand.plain());
        this.b = net("times_b", bits, multiplier.plain());
    }

    List<String> declarations() {
        return List.copyOf(declarations);
    }

    /** Rows two by two, then a tree. Returns the net of the product. */
    String pairs() {
        var chunks = new ArrayList<Chunk>();
        for (int bit = 0; bit < bits; bit += 2) {
            chunks.add(bit + 1 < bits ? pair(bit) : new Chunk(row(bit), 1));
        }
        while (chunks.size() > 1) {
            var next = new ArrayList<Chunk>();
            for (int i = 0; i + 1 < chunks.size(); i += 2) {
                next.add(joined(chunks.get(i), chunks.get(i + 1)));
            }
            if (chunks.size() % 2 == 1) {
                next.add(chunks.getLast());
            }
            chunks = next;
        }
        return chunks.getFirst().name();
    }

    private String row(int bit) {
        if (signed && bit == bits - 1) {
            return net("row", width + 1, b + "[" + bit + "] ? -" + a + " : " + zero());
        }
        return net("row", width, b + "[" + bit + "] ? " + a + " : " + zero());
    }

    private Chunk pair(int bit) {
        var low = net("row", width, b + "[" + bit + "] ? " + a + " : " + zero());
        boolean negative = signed && bit + 1 == bits - 1;
        var high = negative ? low + " - (" + a + " <<< 1)" : low + " + (" + a + " <<< 1)";
        return new Chunk(net("pair", width + 2, b + "[" + (bit + 1) + "] ? " + high + " : " + low), 2);
    }

    private Chunk joined(Chunk low, Chunk high) {
        int total = low.bits() + high.bits();
        var sum = low.name() + " + (" + high.name() + " <<< " + low.bits() + ")";
        return new Chunk(net(total == bits ? "product" : "part", width + total, sum), total);
    }

    /** One row after the other; a row's lowest bit is the product's next bit. Returns the net of the product. */
    String rows() {
        var lowest = new ArrayList<String>();
        var sum = net("row", width + 1, b + "[0] ? " + a + " : " + zero());
        for (int bit = 1; bit < bits; bit++) {
            lowest.addFirst(sum + "[0]");
            var rest = "(" + sum + " >>> 1)";
            var sign = signed && bit == bits - 1 ? " - " : " + ";
            sum = net("row", width + 1, b + "[" + bit + "] ? " + rest + sign + a + " : " + rest);
        }
        var parts = lowest.stream().collect(Collectors.joining(", ", "{" + sum + ", ", "}"));
        return net("product", width + bits, parts);
    }

    private String zero() {
        return width + (signed ? "'sd0" : "'d0");
    }

    private String net(String stem, int size, String value) {
        var name = names.next(stem);
        declarations.add("wire " + (signed ? "signed " : "") + "[" + (size - 1) + ":0] " + name + " = " + value + ";");
        return name;
    }
}
