package dev.ouroboros.app.delta.player;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The search of a version, called by the names it has had since there is an arena: {@code GridSearch.of(name, grid)} and
 * {@code choose(results, count, random)}. What a trial took is told to versions that want to know it.
 */
final class VersionSearch {
    private static final String ENGINE = "dev.ouroboros.engine.";
    private static final String PART = "kernel";

    private final Method listing;
    private final Constructor<?> parameter;
    private final Method setting;
    private final Method search;
    private final Method choose;
    private final Method pointOf;
    private final Constructor<?> result;
    private final String strategy;
    private final Method axes;
    private final Method nameOf;
    private final Method valuesOf;
    private final Method at;

    private VersionSearch(ClassLoader classes) throws ReflectiveOperationException {
        var grid = classes.loadClass(ENGINE + "space.Grid");
        var places = classes.loadClass(ENGINE + "space.Point");
        var axis = classes.loadClass(ENGINE + "space.Axis");
        var gridSearch = classes.loadClass(ENGINE + "search.GridSearch");
        var choices = classes.loadClass(ENGINE + "search.GridSearch$Choice");
        listing = grid.getMethod("listing", String.class, List.class, Collection.class);
        axes = grid.getMethod("axes");
        nameOf = axis.getMethod("name");
        valuesOf = axis.getMethod("values");
        at = places.getMethod("at", int.class);
        parameter = classes.loadClass(ENGINE + "space.Parameter").getConstructor(String.class, List.class);
        setting = classes.loadClass(ENGINE + "space.Setting").getMethod("of", Map.class);
        strategy = (String) gridSearch.getField("DEFAULT").get(null);
        search = gridSearch.getMethod("of", String.class, grid);
        choose = gridSearch.getMethod("choose", List.class, int.class, RandomGenerator.class);
        pointOf = choices.getMethod("point");
        result = classes.loadClass(ENGINE + "search.GridSearch$Result").getConstructors()[0];
    }

    /**
     * Finds the search of a version.
     *
     * @throws IllegalStateException if it has none that can be played
     */
    static VersionSearch in(ClassLoader classes) {
        try {
            return new VersionSearch(classes);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "this version has no search that can be played on recorded spaces: " + e, e);
        }
    }

    /** Sits down to a game on these settings. */
    Seat sit(Map<String, List<Object>> parameters, List<Map<String, Object>> settings) {
        var all = new ArrayList<Object>();
        parameters.forEach((name, values) -> all.add(made(parameter, name, values)));
        var its = settings.stream().map(values -> call(setting, null, values)).toList();
        return new Seat(call(listing, null, PART, all, its));
    }

    /** One game. */
    final class Seat {
        private final Object player;
        private final List<?> axes;
        private final List<Object> results = new ArrayList<>();
        private @Nullable Object last;

        private Seat(Object grid) {
            this.player = call(search, null, strategy, grid);
            this.axes = (List<?>) call(VersionSearch.this.axes, grid);
        }

        /** Tells what the last choice gave. */
        void tell(double logGain, double seconds) {
            results.add(
                    result.getParameterCount() == 2
                            ? made(result, last, logGain)
                            : made(result, last, logGain, seconds));
        }

        /** Returns the version's next choice, or null if it has none. */
        @Nullable
        Map<String, Object> choose(RandomGenerator random) {
            var chosen = (List<?>) call(choose, player, results, 1, random);
            if (chosen.isEmpty()) {
                return null;
            }
            last = chosen.getFirst();
            return values(call(pointOf, last));
        }

        private Map<String, Object> values(Object place) {
            var values = new TreeMap<String, Object>();
            for (int i = 0; i < axes.size(); i++) {
                var its = (List<?>) call(valuesOf, axes.get(i));
                values.put((String) call(nameOf, axes.get(i)), its.get((int) call(at, place, i)));
            }
            return values;
        }
    }

    private static Object call(Method method, @Nullable Object on, @Nullable Object... arguments) {
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("the version failed in " + method.getName(), e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object made(Constructor<?> constructor, @Nullable Object... arguments) {
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("the version failed in " + constructor.getName(), e.getCause());
        } catch (InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
