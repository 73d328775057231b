package dev.ouroboros.app.delta;

import dev.ouroboros.engine.space.Point;
import java.util.Map;
import java.util.TreeMap;

/** A point in the words of its space. */
final class Values {
    private Values() {}

    /** Returns the values of a point, by parameter. */
    static Map<String, Object> at(HeldOut task, Point point) {
        var values = new TreeMap<String, Object>();
        var axes = task.axes();
        for (int i = 0; i < axes.size(); i++) {
            values.put(axes.get(i).name(), axes.get(i).values().get(point.at(i)));
        }
        return values;
    }
}
