package dev.ouroboros.cfamily.host;

import dev.ouroboros.cfamily.task.Argument;
import dev.ouroboros.cfamily.task.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the buffers of several launches lie in an exchange file: each begins at a page, with a zone before and after it
 * that no kernel may touch.
 *
 * @param launches for each launch the place of each buffer, by name
 * @param zones all zones, in order
 * @param end first byte behind all
 */
public record Layout(List<Map<String, Span>> launches, List<Span> zones, long end) {
    static final long PAGE = 4096;

    /** Room for a few work-items that go too far, before they meet another buffer. */
    private static final long LEAST_ZONE = 1024;

    public Layout {
        launches = List.copyOf(launches);
        zones = List.copyOf(zones);
    }

    /** Some bytes of the exchange file. */
    public record Span(long offset, long bytes) {}

    /** Lays out from {@code base}, which is a multiple of the page, on. */
    public static Layout of(Problem problem, int launches, long base) {
        List<Map<String, Span>> places = new ArrayList<>();
        List<Span> zones = new ArrayList<>();
        long at = base;
        for (int i = 0; i < launches; i++) {
            Map<String, Span> place = new LinkedHashMap<>();
            for (Argument.Buffer buffer : problem.task().buffers()) {
                long bytes =
                        (long) problem.length(buffer.name()) * buffer.type().bytes();
                long start = pageAfter(at + LEAST_ZONE);
                zones.add(new Span(at, start - at));
                place.put(buffer.name(), new Span(start, bytes));
                at = start + bytes;
            }
            places.add(place);
        }
        long end = pageAfter(at + LEAST_ZONE);
        zones.add(new Span(at, end - at));
        return new Layout(places, zones, end);
    }

    /** Returns what one more launch takes, at most. */
    public static long bytesPerLaunch(Problem problem) {
        return of(problem, 1, 0).end;
    }

    /** Returns where a buffer of a launch lies. */
    public Span place(int launch, String buffer) {
        Span span = launches.get(launch).get(buffer);
        if (span == null) {
            throw new IllegalArgumentException(
                    "no buffer " + buffer + " among " + launches.get(launch).keySet());
        }
        return span;
    }

    private static long pageAfter(long bytes) {
        return (bytes + PAGE - 1) / PAGE * PAGE;
    }
}
