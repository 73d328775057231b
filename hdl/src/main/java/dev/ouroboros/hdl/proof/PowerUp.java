package dev.ouroboros.hdl.proof;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What registers hold before anything happened, a reset included. Without a reset they hold the initial values that they were
 * declared with. With one they may hold anything, for a reset can come at any time; but a seed that declares initial values,
 * as of a memory that no reset clears, is also compared from those.
 *
 * @param initial literal that says whether both designs start from their initial values
 * @param anything of each register of the candidate what it holds otherwise; a constant if that never is
 */
record PowerUp(int initial, List<Integer> anything) {

    static PowerUp of(Aig aig, Obligation obligation) {
        var registers = obligation.candidate().registers();
        if (obligation.reset() == null) {
            return new PowerUp(
                    Aig.TRUE,
                    registers.stream()
                            .map(register -> register.poweredUp() == null ? aig.input() : (Integer) Aig.FALSE)
                            .toList());
        }
        boolean declared = obligation.seed().registers().stream().anyMatch(register -> register.poweredUp() != null);
        int initial = declared ? aig.input() : Aig.FALSE;
        var anything = new ArrayList<Integer>();
        registers.forEach(_ -> anything.add(aig.input()));
        return new PowerUp(initial, Collections.unmodifiableList(anything));
    }

    /** Returns what each register of the candidate holds. */
    List<Integer> candidate(Aig aig, Obligation obligation) {
        var start = new ArrayList<Integer>();
        for (int i = 0; i < anything.size(); i++) {
            @Nullable Boolean known = obligation.candidate().registers().get(i).poweredUp();
            int other = anything.get(i);
            start.add(known == null ? (Integer) other : aig.mux(initial, other, aig.constant(known)));
        }
        return start;
    }
}
