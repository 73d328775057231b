package dev.ouroboros.hdl.operator;

import java.util.List;

/** Finds places in a module where one thing can be written as another. Pure. */
@FunctionalInterface
interface Rewriting {

    /** Returns the edits of each possibility, in source order. */
    List<List<Edit>> in(Design design);
}
