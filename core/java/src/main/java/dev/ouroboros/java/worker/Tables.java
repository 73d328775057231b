package dev.ouroboros.java.worker;

import dev.ouroboros.java.worker.Messages.Space;
import dev.ouroboros.java.worker.Turns.Chosen;
import dev.ouroboros.java.worker.Turns.Told;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.LongFunction;

/** The spaces that a search is played on. Its entry makes of a space a function from seeds to plays. */
final class Tables {
    private final List<LongFunction<?>> tables;
    private final List<BiFunction<Object, Object, ?>> plays = new ArrayList<>();

    private Tables(List<LongFunction<?>> tables) {
        this.tables = tables;
    }

    /** Lays a table for each space. */
    static Tables lay(Entry entry, List<Space> spaces) {
        List<LongFunction<?>> tables = new ArrayList<>();
        for (Space space : spaces) {
            Object made = entry.call(new Object[] {
                ints(space.sizes()),
                booleans(space.ordered()),
                space.points().stream().map(Tables::ints).toArray(int[][]::new)
            });
            if (!(made instanceof LongFunction<?> table)) {
                throw new IllegalStateException(
                        made instanceof Entry.Thrown(String type)
                                ? "opening a space threw " + type
                                : "the entry returned no LongFunction from seeds to plays");
            }
            tables.add(table);
        }
        return new Tables(tables);
    }

    /** Begins a play for each seed, the first on the first space, the next on the next, and over again; the plays before are over. */
    @SuppressWarnings({"unchecked", "CatchingUnchecked"}) // A candidate may throw anything.
    void deal(List<Long> seeds) {
        plays.clear();
        for (int i = 0; i < seeds.size(); i++) {
            Object play;
            try {
                play = tables.get(i % tables.size()).apply(seeds.get(i));
            } catch (Throwable thrown) {
                throw failed("beginning a play", thrown);
            }
            if (!(play instanceof BiFunction<?, ?, ?>)) {
                throw new IllegalStateException("a table returned no BiFunction from what was told to what is chosen");
            }
            plays.add((BiFunction<Object, Object, ?>) play);
        }
    }

    /** Tells each of these plays something, and returns what it chooses then. */
    List<Chosen> turn(List<Told> all) {
        List<Chosen> chosen = new ArrayList<>(all.size());
        for (Told told : all) {
            chosen.add(new Chosen(told.play(), indexes(plays.get(told.play()), told)));
        }
        return chosen;
    }

    @SuppressWarnings("CatchingUnchecked") // A candidate may throw anything.
    private static List<Integer> indexes(BiFunction<Object, Object, ?> play, Told told) {
        Object choice;
        try {
            choice = play.apply(told.logGain(), told.seconds());
        } catch (Throwable thrown) {
            throw failed("a play", thrown);
        }
        if (choice instanceof int[] indexes) {
            return Arrays.stream(indexes).boxed().toList();
        }
        throw new IllegalStateException("a play chose something else than the numbers of its values");
    }

    /** Names the type only: what it says is the candidate's to write. */
    private static IllegalStateException failed(String what, Throwable thrown) {
        return new IllegalStateException(what + " threw " + thrown.getClass().getName());
    }

    private static int[] ints(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    private static boolean[] booleans(List<Boolean> values) {
        var array = new boolean[values.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = values.get(i);
        }
        return array;
    }
}
