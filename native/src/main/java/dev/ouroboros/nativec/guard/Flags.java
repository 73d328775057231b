package dev.ouroboros.nativec.guard;

import java.util.List;
import java.util.regex.Pattern;

/** Which flags of a compiler only change how code is generated: none that reads a file, runs a program or adds code. */
public final class Flags {
    private static final List<Pattern> KNOWN = List.of(
            Pattern.compile("-O([0-3sg]|fast)?"),
            Pattern.compile("-std=(gnu|c)(99|11|17)"),
            Pattern.compile("-m(arch|tune)=[a-z0-9._-]+"),
            Pattern.compile("-mprefer-vector-width=(none|128|256|512)"),
            Pattern.compile("-m(no-)?(sse[0-9.]*|ssse3|avx[a-z0-9]*|fma|bmi2?|popcnt|lzcnt|f16c|pclmul|aes|sha)"),
            Pattern.compile("-f(no-)?(unroll-loops|unroll-all-loops|peel-loops|split-loops|unswitch-loops"
                    + "|loop-interchange|loop-unroll-and-jam|loop-nest-optimize|prefetch-loop-arrays"
                    + "|tree-loop-distribution|tree-loop-distribute-patterns|tree-partial-pre"
                    + "|tree-vectorize|tree-slp-vectorize|slp-vectorize|vectorize|openmp-simd"
                    + "|fast-math|associative-math|reciprocal-math|finite-math-only|signed-zeros|trapping-math"
                    + "|math-errno|unsafe-math-optimizations|rounding-math"
                    + "|strict-aliasing|strict-overflow|wrapv|inline-functions|omit-frame-pointer|builtin"
                    + "|ivopts|gcse|gcse-las|modulo-sched|ipa-pta|if-conversion|rename-registers|schedule-insns2?)"),
            Pattern.compile("-f(fp-contract=(fast|on|off)|(align-(loops|functions)|inline-limit)=[0-9]+"
                    + "|vect-cost-model=(unlimited|dynamic|cheap|very-cheap))"));

    private Flags() {}

    /** Returns whether a flag is one of them. */
    public static boolean known(String flag) {
        return KNOWN.stream().anyMatch(pattern -> pattern.matcher(flag).matches());
    }
}
