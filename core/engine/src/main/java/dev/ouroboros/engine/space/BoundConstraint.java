package dev.ouroboros.engine.space;

import java.util.List;

/** A constraint whose names are tied to the axes of a grid. */
final class BoundConstraint {
    private final Expression condition;
    private final int[] axes;
    private final Object[][] values;

    private BoundConstraint(Expression condition, int[] axes, Object[][] values) {
        this.condition = condition;
        this.axes = axes;
        this.values = values;
    }

    static BoundConstraint of(Constraint constraint, String part, List<Axis> axes) {
        var bound = constraint.condition().names().stream()
                .mapToInt(name -> indexOf(axes, part, name))
                .toArray();
        var values = new Object[bound.length][];
        for (int i = 0; i < bound.length; i++) {
            values[i] = axes.get(bound[i]).values().toArray();
        }
        return new BoundConstraint(constraint.condition(), bound, values);
    }

    /** Returns the highest axis it depends on: once the axes up to there are set, it can be decided. -1 if none. */
    int last() {
        int last = -1;
        for (int axis : axes) {
            last = Math.max(last, axis);
        }
        return last;
    }

    /** Returns whether it holds at these indexes, of which those after {@link #last} do not matter. */
    boolean holds(int[] indexes) {
        var arguments = new Object[axes.length];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = values[i][indexes[axes[i]]];
        }
        try {
            return condition.holds(arguments);
        } catch (ExpressionException e) {
            // By the contract of ParameterSpace: where a constraint has no value, the setting is not admitted.
            return false;
        }
    }

    private static int indexOf(List<Axis> axes, String part, String name) {
        for (int i = 0; i < axes.size(); i++) {
            if (axes.get(i).part().equals(part) && axes.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalStateException("part " + part + " has no parameter " + name);
    }
}
