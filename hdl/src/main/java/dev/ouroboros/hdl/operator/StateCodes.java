package dev.ouroboros.hdl.operator;

import dev.ouroboros.hdl.syntax.Item;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Numbers the states of a machine anew: in binary, in Gray code, one bit a state, in other orders, or with two of them
 * exchanged. Equivalent if no state but the named ones is ever reached, which a proof tells.
 */
record StateCodes(How how) implements Rewriting {
    private static final int MOST_STATES = 64;
    private static final int ORDERS = 8;

    /** What is tried. */
    enum How {
        /** New codes for all. */
        ANEW,
        /** The codes of two exchanged. */
        EXCHANGED
    }

    /** @param width bits of a code */
    private record Coding(int width, List<Long> codes) {}

    @Override
    public List<List<Edit>> in(Design design) {
        var all = new ArrayList<List<Edit>>();
        for (var machine : StateMachine.of(design)) {
            int count = machine.states().size();
            if (count < 2 || count > MOST_STATES) {
                continue;
            }
            var codings = how == How.ANEW ? anew(count) : exchanged(machine);
            for (var coding : codings) {
                all.add(edits(machine, coding));
                if (how == How.ANEW) {
                    var kept = new ArrayList<>(edits(machine, coding));
                    kept.addAll(asWritten(machine));
                    all.add(List.copyOf(kept));
                }
            }
        }
        return all;
    }

    private static List<Coding> anew(int count) {
        int width = Math.max(1, 32 - Integer.numberOfLeadingZeros(count - 1));
        var codings = new ArrayList<Coding>();
        codings.add(new Coding(width, numbers(count)));
        codings.add(new Coding(
                width, numbers(count).stream().map(code -> code ^ (code >> 1)).toList()));
        codings.add(new Coding(
                count, numbers(count).stream().map(code -> 1L << code).toList()));
        for (int seed = 1; seed <= ORDERS; seed++) {
            var shuffled = new ArrayList<>(numbers(1 << width));
            Collections.shuffle(shuffled, new Random(seed));
            codings.add(new Coding(width, shuffled.subList(0, count)));
        }
        return codings;
    }

    private static List<Coding> exchanged(StateMachine machine) {
        var codings = new ArrayList<Coding>();
        var codes = machine.codes();
        for (int i = 0; i < codes.size(); i++) {
            for (int j = i + 1; j < codes.size(); j++) {
                var other = new ArrayList<>(codes);
                Collections.swap(other, i, j);
                codings.add(new Coding(machine.width(), other));
            }
        }
        return codings;
    }

    private static List<Long> numbers(int count) {
        return LongStream.range(0, count).boxed().toList();
    }

    private static List<Edit> edits(StateMachine machine, Coding coding) {
        var edits = new ArrayList<Edit>();
        IntStream.range(0, machine.states().size())
                .forEach(i ->
                        edits.add(new Edit(machine.states().get(i).span(), coding.width + "'d" + coding.codes.get(i))));
        machine.dimensions().forEach(span -> edits.add(new Edit(span, "[" + (coding.width - 1) + ":0]")));
        return List.copyOf(edits);
    }

    /** Tells synthesis to leave the codes alone. */
    private static List<Edit> asWritten(StateMachine machine) {
        return machine.declarations().stream()
                .map(Item.Declaration::span)
                .map(span -> Edit.insert(span.start(), "(* fsm_encoding = \"none\" *) "))
                .toList();
    }
}
