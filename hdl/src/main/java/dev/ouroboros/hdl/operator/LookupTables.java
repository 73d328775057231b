package dev.ouroboros.hdl.operator;

import dev.ouroboros.hdl.syntax.Expression;
import dev.ouroboros.hdl.syntax.SyntaxTree;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Looks up what is calculated of one small number: each bit of the result is a table with an entry for every value. Equivalent
 * unless something between is wider or narrower than the result, which a proof tells.
 */
final class LookupTables implements Rewriting {
    private static final int MOST_BITS = 7;

    @Override
    public List<List<Edit>> in(Design design) {
        var all = new ArrayList<List<Edit>>();
        for (var site : Site.of(design)) {
            var edits = Expressions.bare(site.value()) instanceof Expression.Binary binary
                    ? tables(design, site, binary)
                    : null;
            if (edits != null) {
                all.add(edits);
            }
        }
        return all;
    }

    private static @Nullable List<Edit> tables(Design design, Site site, Expression.Binary value) {
        var names = SyntaxTree.walk(value)
                .filter(Expression.Name.class::isInstance)
                .map(node -> ((Expression.Name) node).text())
                .filter(name -> design.scope().symbol(name) != null)
                .distinct()
                .toList();
        var target = design.scope().shape(site.target());
        if (names.size() != 1 || target == null || target.width() > 32 || !site.canMove(value)) {
            return null;
        }
        var name = names.getFirst();
        var symbol = design.scope().symbol(name);
        if (symbol == null
                || symbol.elements() > 0
                || symbol.shape().signed()
                || symbol.shape().width() < 2
                || symbol.shape().width() > MOST_BITS) {
            return null;
        }
        int entries = 1 << symbol.shape().width();
        var tables = new BigInteger[target.width()];
        Arrays.fill(tables, BigInteger.ZERO);
        for (int entry = 0; entry < entries; entry++) {
            var result = design.scope().value(value, name, entry);
            if (result == null) {
                return null;
            }
            for (int bit = 0; bit < tables.length; bit++) {
                if (((result >> bit) & 1) != 0) {
                    tables[bit] = tables[bit].setBit(entry);
                }
            }
        }
        return edits(design, site, name, entries, List.of(tables));
    }

    private static List<Edit> edits(Design design, Site site, String name, int entries, List<BigInteger> tables) {
        var fresh = design.names().copy();
        var declarations = new ArrayList<String>();
        var nets = new ArrayList<String>();
        for (var table : tables) {
            var net = fresh.next("lookup");
            nets.add(net);
            declarations.add(
                    "wire [" + (entries - 1) + ":0] " + net + " = " + entries + "'h" + table.toString(16) + ";");
        }
        var text =
                nets.reversed().stream().map(net -> net + "[" + name + "]").collect(Collectors.joining(", ", "{", "}"));
        return List.of(new Edit(site.value().span(), text), site.declare(design, declarations));
    }
}
