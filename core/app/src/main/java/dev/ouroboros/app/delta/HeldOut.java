package dev.ouroboros.app.delta;

import dev.ouroboros.app.delta.player.Disguise;
import dev.ouroboros.app.delta.player.Opening;
import dev.ouroboros.engine.arena.Extent;
import dev.ouroboros.engine.arena.Recording;
import dev.ouroboros.engine.arena.RecordingException;
import dev.ouroboros.engine.arena.T4;
import dev.ouroboros.engine.artifact.Digest;
import dev.ouroboros.engine.space.Axis;
import dev.ouroboros.engine.space.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A recorded space as a task: what a version is told of it, and what only this process knows.
 *
 * @param digest of the file, so that a play is never taken for one on another recording
 */
public record HeldOut(Recording recording, Extent extent, String digest) {
    private static final String PART = "kernel";

    /** Reads the recording of a file. */
    public static HeldOut read(Path file) throws DeltaException {
        try {
            var recording = T4.read(file);
            return new HeldOut(recording, Extent.of(recording), Digest.of(Files.readAllBytes(file)));
        } catch (RecordingException | IOException e) {
            throw new DeltaException(String.valueOf(e.getMessage()));
        }
    }

    /** Returns the name. */
    public String name() {
        return recording.name();
    }

    /** Returns what a version is told before its first choice. The same seed number gives every version the same numbers. */
    public Opening opening(int seed, Disguise disguise) {
        var grid = recording.grid();
        Map<String, List<Object>> parameters = new LinkedHashMap<>();
        grid.axes().forEach(axis -> parameters.put(axis.name(), axis.values()));
        var points = new ArrayList<List<Integer>>(grid.size());
        for (int i = 0; i < grid.size(); i++) {
            points.add(Arrays.stream(grid.point(i).indexes()).boxed().toList());
        }
        return new Opening(parameters, points, random(seed).nextLong(), disguise);
    }

    /** Returns the numbers of a seed on this task, which depend on no other task. */
    public SplittableRandom random(int seed) {
        return new SplittableRandom(new SplittableRandom(name().hashCode()).nextLong() ^ seed).split();
    }

    /** Tries a configuration, which an untrusted process chose; null if there is none of these values. */
    Recording.@Nullable Entry at(Map<String, Object> values) {
        if (!values.values().stream().allMatch(HeldOut::isValue)) {
            return null;
        }
        var point = recording.grid().point(Map.of(PART, Setting.of(values)));
        return point == null || !recording.grid().admits(point) ? null : recording.at(point);
    }

    private static boolean isValue(@Nullable Object value) {
        return value instanceof Long
                || value instanceof Integer
                || value instanceof Double
                || value instanceof Boolean
                || value instanceof String;
    }

    /** Returns the values of the configuration of that number, by parameter. */
    public Map<String, Object> values(int number) {
        return Values.at(this, recording.grid().point(number));
    }

    /** Returns the coordinates. */
    List<Axis> axes() {
        return recording.grid().axes();
    }
}
