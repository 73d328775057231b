package dev.ouroboros.hdl.proof;

import dev.ouroboros.hdl.netlist.Arithmetic;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Words of literals in one graph, least significant bit first. */
record WordLogic(Aig aig) {
    int any(List<Integer> literals) {
        int any = Aig.FALSE;
        for (int literal : literals) {
            any = aig.or(any, literal);
        }
        return any;
    }

    int all(List<Integer> literals) {
        int all = Aig.TRUE;
        for (int literal : literals) {
            all = aig.and(all, literal);
        }
        return all;
    }

    List<Integer> mux(int select, List<Integer> whenZero, List<Integer> whenOne) {
        return IntStream.range(0, whenZero.size())
                .mapToObj(i -> aig.mux(select, whenZero.get(i), whenOne.get(i)))
                .toList();
    }

    List<Integer> latches(int count) {
        return IntStream.range(0, count).mapToObj(_ -> (Integer) aig.latch()).toList();
    }

    void connect(List<Integer> latches, List<Integer> next) {
        for (int i = 0; i < latches.size(); i++) {
            aig.connect(latches.get(i), next.get(i));
        }
    }

    int isZero(List<Integer> word) {
        return aig.not(any(word));
    }

    List<Integer> plus(List<Integer> word, int one) {
        return Arithmetic.sum(aig, word, Collections.nCopies(word.size(), Aig.FALSE), one);
    }

    List<Integer> minus(List<Integer> word, int one) {
        return Arithmetic.sum(aig, word, Collections.nCopies(word.size(), one), Aig.FALSE);
    }

    int differ(List<Integer> a, List<Integer> b) {
        int differ = Aig.FALSE;
        for (int i = 0; i < a.size(); i++) {
            differ = aig.or(differ, aig.xor(a.get(i), b.get(i)));
        }
        return differ;
    }

    /**
     * Returns whether something has now lasted as many steps as there is patience.
     *
     * @param steps whether this is a step of the side that is waited for
     * @param lasts whether it is still so in this step
     * @param patience at least 1
     */
    int tooLong(int steps, int lasts, int patience) {
        List<Integer> count = latches(Integer.SIZE - Integer.numberOfLeadingZeros(patience));
        int last = Aig.TRUE;
        for (int i = 0; i < count.size(); i++) {
            boolean one = (((patience - 1) >> i) & 1) == 1;
            last = aig.and(last, one ? count.get(i) : aig.not(count.get(i)));
        }
        List<Integer> next = plus(count, aig.not(last)).stream()
                .map(bit -> aig.and(bit, lasts))
                .toList();
        connect(count, mux(steps, count, next));
        return aig.and(aig.and(steps, lasts), last);
    }
}
