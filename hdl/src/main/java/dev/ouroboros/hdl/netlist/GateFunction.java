package dev.ouroboros.hdl.netlist;

import java.util.List;

/** What a gate computes, over any logic. */
public interface GateFunction {
    <V> V apply(Logic<V> logic, List<V> inputs);
}
