package dev.ouroboros.app.delta.player;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One game of a version. */
final class Game {
    private final VersionSearch.Seat seat;
    private final SplittableRandom random;
    private final Disguise disguise;

    Game(VersionSearch version, Opening opening) {
        this.seat = version.sit(opening.parameters(), settings(opening));
        this.random = new SplittableRandom(opening.seed());
        this.disguise = opening.disguise();
    }

    void tell(double logGain, double seconds) {
        seat.tell(logGain, seconds);
    }

    /** Returns the next configuration to try, or null if there is none. */
    @Nullable
    Map<String, Object> next() {
        if (disguise == Disguise.SHIFTED) {
            var _ = random.nextLong();
        }
        return seat.choose(random);
    }

    private static List<Map<String, Object>> settings(Opening opening) {
        var names = List.copyOf(opening.parameters().keySet());
        var values = List.copyOf(opening.parameters().values());
        var settings = new ArrayList<Map<String, Object>>(opening.points().size());
        for (var point : opening.points()) {
            var setting = new TreeMap<String, Object>();
            for (int i = 0; i < names.size(); i++) {
                var value = values.get(i).get(point.get(i));
                setting.put(names.get(i), value instanceof Integer small ? (Object) small.longValue() : value);
            }
            settings.add(setting);
        }
        return settings;
    }
}
