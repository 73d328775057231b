package dev.ouroboros.nativec.guard;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a kernel's object may take from the libraries of its process. */
public final class Imports {
    /** A task's word for all functions of the C library's mathematics. */
    public static final String MATHEMATICS = "libm";

    /** What compilers call on their own account. */
    private static final Set<String> ALWAYS =
            Set.of("memcpy", "memmove", "memset", "memcmp", "__stack_chk_fail", "__sincosf", "__sincos");

    /** Of double precision, and with an f behind of single precision (ISO C, 7.12). */
    private static final Set<String> FUNCTIONS = Set.of(
            "acos",
            "asin",
            "atan",
            "atan2",
            "cos",
            "sin",
            "tan",
            "acosh",
            "asinh",
            "atanh",
            "cosh",
            "sinh",
            "tanh",
            "exp",
            "exp2",
            "expm1",
            "exp10",
            "frexp",
            "ilogb",
            "ldexp",
            "log",
            "log10",
            "log1p",
            "log2",
            "logb",
            "modf",
            "scalbn",
            "scalbln",
            "cbrt",
            "fabs",
            "hypot",
            "pow",
            "sqrt",
            "erf",
            "erfc",
            "lgamma",
            "tgamma",
            "ceil",
            "floor",
            "nearbyint",
            "rint",
            "lrint",
            "llrint",
            "round",
            "lround",
            "llround",
            "trunc",
            "fmod",
            "remainder",
            "copysign",
            "nan",
            "nextafter",
            "fdim",
            "fmax",
            "fmin",
            "fma",
            "sincos");

    private Imports() {}

    /** Returns the functions that a task's list allows. */
    public static Set<String> of(Collection<String> listed) {
        Set<String> allowed = new TreeSet<>(ALWAYS);
        for (String item : listed) {
            if (item.equals(MATHEMATICS)) {
                allowed.addAll(mathematics());
            } else {
                allowed.add(item);
            }
        }
        return allowed;
    }

    /** With fast mathematics compilers call the finite and the vector forms of these. */
    private static Set<String> mathematics() {
        return FUNCTIONS.stream()
                .flatMap(name -> Stream.of(name, name + "f"))
                .flatMap(name -> Stream.concat(Stream.of(name, "__" + name + "_finite"), vectorForms(name)))
                .collect(Collectors.toSet());
    }

    /**
     * Several values at a time: the names that GCC and the C library agree on (vector function ABI of x86-64, and of AArch64),
     * by instruction set, lanes, and one or two arguments.
     */
    private static Stream<String> vectorForms(String name) {
        return Stream.of("b", "c", "d", "e", "n")
                .flatMap(set -> Stream.of(2, 4, 8, 16).map(lanes -> "_ZGV" + set + "N" + lanes))
                .flatMap(form -> Stream.of(form + "v_" + name, form + "vv_" + name));
    }
}
