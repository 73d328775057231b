package dev.ouroboros.hdl.operator;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes a sum of products with constants as shifts and additions that share what they can. Always equivalent: the sums
 * are as wide as their values, and the bits kept of a sum do not depend on the order of its terms.
 */
final class ConstantProducts implements Rewriting {

    @Override
    public List<List<Edit>> in(Design design) {
        var all = new ArrayList<List<Edit>>();
        for (var root : Arithmetic.roots(design)) {
            var form = LinearForm.of(design, root.site(), root.expression(), root.signed());
            if (form != null && form.multiplies()) {
                var nets = new Nets(design.names().copy(), "sum");
                var text = ShiftAdd.build(form, nets);
                all.add(List.of(
                        root.site().declare(design, nets.declarations()),
                        new Edit(root.expression().span(), text)));
            }
        }
        return all;
    }
}
