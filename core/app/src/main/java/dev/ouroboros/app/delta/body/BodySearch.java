package dev.ouroboros.app.delta.body;

import dev.ouroboros.app.delta.body.BodyException.Fault;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The search that a body is: its class {@code Search} with the constructor {@code (int[] sizes, int[][] points, long seed)} and
 * the methods {@code int next()}, which returns the number of a point or -1, and {@code void tell(int, double, double)}: which
 * point, the logarithm of its gain or NaN, and the recorded seconds that it took.
 */
final class BodySearch {
    private static final String NAME = "Search";

    /** Branches and calls in one play: some hundred times what a search of this size needs. */
    private static final long FUEL = 40_000_000;

    private final MethodHandle maker;
    private final MethodHandle next;
    private final MethodHandle tell;

    private BodySearch(Class<?> type) throws ReflectiveOperationException {
        var lookup = MethodHandles.publicLookup();
        maker = lookup.findConstructor(type, MethodType.methodType(void.class, int[].class, int[][].class, long.class))
                .asType(MethodType.methodType(Object.class, int[].class, int[][].class, long.class));
        next = lookup.findVirtual(type, "next", MethodType.methodType(int.class))
                .asType(MethodType.methodType(int.class, Object.class));
        tell = lookup.findVirtual(
                        type, "tell", MethodType.methodType(void.class, int.class, double.class, double.class))
                .asType(MethodType.methodType(void.class, Object.class, int.class, double.class, double.class));
    }

    /**
     * Compiles a body.
     *
     * @param sources text by path
     * @param parameters values of constants, by name
     */
    static BodySearch of(Map<String, String> sources, Map<String, Object> parameters) throws BodyException {
        var set = new TreeMap<String, String>();
        sources.forEach((path, text) -> set.put(path, set(text, parameters)));
        var classes = FuelMeter.on(BodyCompiler.compile(set));
        try {
            return new BodySearch(new BodyClasses(classes).loadClass(NAME));
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new BodyException(Fault.BUILD, "it has no class " + NAME + " that can be played: " + e);
        }
    }

    /** Gives constants their values as the java layer does: {@code static final TYPE NAME = value;}. */
    private static String set(String source, Map<String, Object> parameters) {
        var text = source;
        for (var parameter : parameters.entrySet()) {
            text = Pattern.compile(
                            "(\\bstatic\\s+final\\s+\\w+\\s+" + Pattern.quote(parameter.getKey()) + "\\s*=\\s*)[^;]*;")
                    .matcher(text)
                    .replaceAll("$1" + Matcher.quoteReplacement(String.valueOf(parameter.getValue())) + ";");
        }
        return text;
    }

    /** Begins a play on a space. */
    Seat sit(Layout space, long seed) throws BodyException {
        int[] sizes = space.sizes();
        int[][] points = space.points();
        Fuel.fill(FUEL);
        return new Seat(guarded(() -> maker.invokeExact(sizes, points, seed)));
    }

    /** One play. */
    final class Seat {
        private final Object search;

        private Seat(Object search) {
            this.search = search;
        }

        /** Returns the number of the next point, or below 0 if there is none. */
        int next() throws BodyException {
            return (int) guarded(() -> (int) next.invokeExact(search));
        }

        void tell(int point, double logGain, double seconds) throws BodyException {
            var _ = guarded(() -> {
                tell.invokeExact(search, point, logGain, seconds);
                return "";
            });
        }
    }

    private interface Call {
        Object make() throws Throwable;
    }

    /** Whatever a body throws is its own fault. */
    @SuppressWarnings("checkstyle:IllegalCatch")
    private static Object guarded(Call call) throws BodyException {
        try {
            return call.make();
        } catch (Fuel.Exhausted e) {
            throw new BodyException(Fault.TIMEOUT, String.valueOf(e.getMessage()));
        } catch (Throwable e) {
            throw new BodyException(Fault.INCORRECT, "it failed: " + e);
        }
    }
}
