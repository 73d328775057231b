package dev.ouroboros.app.delta.player;

import java.util.List;
import java.util.Map;

/**
 * All that a version learns before its first choice. What the points are worth is not in it.
 *
 * @param parameters names and values; a value is a number, a boolean or a string
 * @param points the configurations there are, each the number of its value of each parameter, in the order of the parameters
 * @param seed of the version's random numbers
 * @param disguise how the version is played
 */
public record Opening(Map<String, List<Object>> parameters, List<List<Integer>> points, long seed, Disguise disguise) {
    public Opening {
        points = List.copyOf(points);
    }
}
