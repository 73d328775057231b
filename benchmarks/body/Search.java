import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Searches a space of points: children of the best ones, and points drawn at random. */
public final class Search {
    static final int FIRST = 24;
    static final int PARENTS = 24;
    static final int WILD = 50;
    static final int STEPS = 4;
    static final int PATIENCE = 8;
    static final int LOOKS = 60;

    private final int[] sizes;
    private final int[][] points;
    private final SplittableRandom random;
    private final boolean[] tried;
    private final double[] gains;
    private final List<Integer> best = new ArrayList<>();
    private int told;
    private int since;

    public Search(int[] sizes, int[][] points, long seed) {
        this.sizes = sizes;
        this.points = points;
        this.random = new SplittableRandom(seed);
        this.tried = new boolean[points.length];
        this.gains = new double[points.length];
    }

    /** Returns the number of a point that was not tried, or -1 if all were. */
    public int next() {
        if (told >= points.length) {
            return -1;
        }
        if (told < FIRST || best.isEmpty() || random.nextInt(100) < WILD) {
            return anywhere();
        }
        int among = Math.min(PARENTS, best.size());
        int parent = best.get(random.nextInt(among));
        return nearest(child(points[parent]));
    }

    /** Learns what the last point gave. */
    public void tell(int point, double logGain, double seconds) {
        tried[point] = true;
        told = told + 1;
        since = since + 1;
        if (Double.isNaN(logGain)) {
            return;
        }
        gains[point] = logGain;
        int rank = 0;
        while (rank < best.size() && gains[best.get(rank)] >= logGain) {
            rank++;
        }
        best.add(rank, point);
        if (rank == 0) {
            since = 0;
        }
        if (since > PATIENCE) {
            best.clear();
            since = 0;
        }
    }

    private int anywhere() {
        int point = random.nextInt(points.length);
        while (tried[point]) {
            point = random.nextInt(points.length);
        }
        return point;
    }

    private int[] child(int[] parent) {
        int[] child = parent.clone();
        for (int step = 0; step < STEPS; step++) {
            int axis = random.nextInt(sizes.length);
            child[axis] = random.nextInt(sizes[axis]);
        }
        return child;
    }

    /** Returns a new point that differs from a wanted one on few axes: the best of some. */
    private int nearest(int[] wanted) {
        int found = anywhere();
        int least = Integer.MAX_VALUE;
        for (int look = 0; look < LOOKS; look++) {
            int point = random.nextInt(points.length);
            int apart = 0;
            for (int axis = 0; axis < sizes.length; axis++) {
                if (points[point][axis] != wanted[axis]) {
                    apart++;
                }
            }
            if (!tried[point] && apart < least) {
                least = apart;
                found = point;
            }
        }
        return found;
    }
}
