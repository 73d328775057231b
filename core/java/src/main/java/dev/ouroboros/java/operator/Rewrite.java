package dev.ouroboros.java.operator;

import java.util.List;

/** One kind of change of a source. Pure. */
@FunctionalInterface
interface Rewrite {

    /** Returns every change of this kind that the source has a place for, each as the edits that make it. */
    List<List<Edit>> of(Source source);
}
