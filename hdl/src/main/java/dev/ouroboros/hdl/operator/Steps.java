package dev.ouroboros.hdl.operator;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/**
 * A calculation as steps that wait for each other.
 *
 * @param all step by step
 * @param waits which of them waits for which, through how many registers
 */
record Steps(List<Step> all, List<Wait> waits) {
    Steps {
        all = List.copyOf(all);
        waits = List.copyOf(waits);
    }

    /**
     * Something that is done within one cycle.
     *
     * @param time that it takes
     * @param stored whether it ends in registers of its own
     * @param place where it stands in the pipeline
     */
    record Step(double time, boolean stored, Place place) {}

    /** Where a step may stand: ports have their fixed cycle. */
    enum Place {
        INPUT,
        INSIDE,
        OUTPUT
    }

    /** @param registers between what {@code from} gives and {@code to} takes, at least 0 */
    record Wait(int from, int to, int registers) {}

    List<Wait> into(int step) {
        return waits.stream().filter(wait -> wait.to() == step).toList();
    }

    /** Returns the steps in groups that wait for one another in a circle, each group after those it waits for. */
    List<List<Integer>> circles() {
        return new Tarjan().groups();
    }

    /** R. Tarjan, "Depth-first search and linear graph algorithms" (1972). */
    private final class Tarjan {
        private final int[] index = new int[all.size()];
        private final int[] low = new int[all.size()];
        private final boolean[] open = new boolean[all.size()];
        private final Deque<Integer> stack = new ArrayDeque<>();
        private final List<List<Integer>> groups = new ArrayList<>();
        private final List<List<Integer>> next = new ArrayList<>();
        private int count;

        List<List<Integer>> groups() {
            all.forEach(_ -> next.add(new ArrayList<>()));
            waits.forEach(wait -> next.get(wait.from()).add(wait.to()));
            for (int step = 0; step < all.size(); step++) {
                if (index[step] == 0) {
                    visit(step);
                }
            }
            Collections.reverse(groups);
            return groups;
        }

        private void visit(int step) {
            index[step] = ++count;
            low[step] = count;
            stack.push(step);
            open[step] = true;
            for (int other : next.get(step)) {
                if (index[other] == 0) {
                    visit(other);
                    low[step] = Math.min(low[step], low[other]);
                } else if (open[other]) {
                    low[step] = Math.min(low[step], index[other]);
                }
            }
            if (low[step] == index[step]) {
                var group = new ArrayList<Integer>();
                int member;
                do {
                    member = stack.pop();
                    open[member] = false;
                    group.add(member);
                } while (member != step);
                groups.add(group);
            }
        }
    }
}
