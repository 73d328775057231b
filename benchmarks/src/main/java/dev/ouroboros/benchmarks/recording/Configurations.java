package dev.ouroboros.benchmarks.recording;

import dev.ouroboros.engine.space.Grid;
import dev.ouroboros.engine.space.ParameterSpace;
import dev.ouroboros.engine.space.Setting;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** All settings that a space admits. */
public final class Configurations {
    private static final String PART = "kernel";

    private Configurations() {}

    /**
     * Returns them in the order of the grid.
     *
     * @throws IllegalArgumentException if they are too many to enumerate
     */
    public static List<Setting> of(ParameterSpace space) {
        var grid = Grid.of(new TreeMap<>(Map.of(PART, space)));
        if (grid.size() < 0) {
            throw new IllegalArgumentException("this space has too many configurations to measure each");
        }
        List<Setting> settings = new ArrayList<>();
        for (int i = 0; i < grid.size(); i++) {
            var changes = grid.changes(grid.defaults(), grid.point(i)).get(PART);
            settings.add(changes == null ? space.defaults() : space.defaults().with(changes));
        }
        return List.copyOf(settings);
    }

    /** Returns them shuffled, so that a drift of the machine does not pass for an effect of a parameter. */
    public static List<Setting> shuffled(ParameterSpace space, long seed) {
        var settings = new ArrayList<>(of(space));
        Collections.shuffle(settings, new Random(seed));
        return List.copyOf(settings);
    }
}
