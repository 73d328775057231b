package dev.ouroboros.hdl.operator;

import dev.ouroboros.hdl.syntax.Expression;
import java.util.ArrayList;
import java.util.List;

/** Takes a bit that is calculated for 0 or 1 for ever. A guess, which a proof tells. */
final class ConstantBits implements Rewriting {

    @Override
    public List<List<Edit>> in(Design design) {
        var all = new ArrayList<List<Edit>>();
        for (var site : Site.of(design)) {
            var shape = design.scope().shape(site.target());
            if (shape != null
                    && shape.width() == 1
                    && !isPort(design, site.target())
                    && !(Expressions.bare(site.value()) instanceof Expression.Name)
                    && design.scope().value(site.value()) == null) {
                all.add(List.of(new Edit(site.value().span(), "1'b0")));
                all.add(List.of(new Edit(site.value().span(), "1'b1")));
            }
        }
        return all;
    }

    /** Who wrote the design would have seen that. */
    private static boolean isPort(Design design, Expression target) {
        var symbol = target instanceof Expression.Name name ? design.scope().symbol(name.text()) : null;
        return symbol != null && symbol.port();
    }
}
