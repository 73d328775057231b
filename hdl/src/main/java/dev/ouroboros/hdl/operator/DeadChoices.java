package dev.ouroboros.hdl.operator;

import dev.ouroboros.hdl.syntax.Expression;
import dev.ouroboros.hdl.syntax.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes one side of a choice for both: the other may never be chosen, or nobody may look when it is. A guess, which a proof
 * tells.
 */
final class DeadChoices implements Rewriting {

    @Override
    public List<List<Edit>> in(Design design) {
        var all = new ArrayList<List<Edit>>();
        design.all(Expression.Conditional.class).forEach(conditional -> {
            all.add(List.of(new Edit(conditional.span(), "(" + design.text(conditional.whenTrue()) + ")")));
            all.add(List.of(new Edit(conditional.span(), "(" + design.text(conditional.whenFalse()) + ")")));
        });
        design.all(Statement.If.class).forEach(branches -> {
            all.add(List.of(new Edit(branches.span(), design.text(branches.whenTrue()))));
            var otherwise = branches.whenFalse();
            if (otherwise != null) {
                all.add(List.of(new Edit(branches.span(), design.text(otherwise))));
            }
        });
        return all;
    }
}
