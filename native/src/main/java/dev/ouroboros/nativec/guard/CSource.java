package dev.ouroboros.nativec.guard;

import dev.ouroboros.cfamily.guard.Dialect;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What kernels in C have an honest use for. */
public final class CSource {
    private static final Set<String> DIRECTIVES = Set.of(
            "define", "undef", "if", "ifdef", "ifndef", "elif", "else", "endif", "error", "warning", "pragma",
            "include");

    /** Words without a use in a kernel, and how they could harm. */
    private static final Set<String> WORDS = Set.of(
            "asm",
            "__asm",
            "__asm__", // instructions of one's own choice, system calls among them
            "__pragma",
            "_Pragma",
            "__declspec", // directives where this guard does not look for them
            "__has_include",
            "__has_include_next",
            "__has_feature",
            "__SANITIZE_ADDRESS__", // another program under the sanitizers than the one that is timed
            "ouroboros_launch"); // the host's own function

    private static final List<String> INTERNALS =
            List.of("__builtin_", "__sync_", "__atomic_", "__c11_", "__asan_", "__ubsan_", "__sanitizer_", "__gcov_");

    private static final Set<String> BUILT_INS = Set.of(
            "__builtin_expect",
            "__builtin_prefetch",
            "__builtin_assume_aligned",
            "__builtin_assume",
            "__builtin_unreachable",
            "__builtin_constant_p",
            "__builtin_types_compatible_p",
            "__builtin_choose_expr",
            "__builtin_convertvector",
            "__builtin_shuffle",
            "__builtin_shufflevector",
            "__builtin_popcount",
            "__builtin_popcountl",
            "__builtin_popcountll",
            "__builtin_clz",
            "__builtin_clzl",
            "__builtin_clzll",
            "__builtin_ctz",
            "__builtin_ctzl",
            "__builtin_ctzll",
            "__builtin_ffs",
            "__builtin_bswap16",
            "__builtin_bswap32",
            "__builtin_bswap64",
            "__builtin_memcpy",
            "__builtin_memset",
            "__builtin_memcmp",
            "__builtin_fma",
            "__builtin_fmaf",
            "__builtin_fabs",
            "__builtin_fabsf",
            "__builtin_sqrt",
            "__builtin_sqrtf",
            "__builtin_inff",
            "__builtin_inf",
            "__builtin_nanf",
            "__builtin_nan");

    private static final Set<String> ATTRIBUTES = Set.of(
            "aligned",
            "packed",
            "always_inline",
            "noinline",
            "const",
            "pure",
            "unused",
            "may_alias",
            "vector_size",
            "ext_vector_type",
            "hot",
            "cold",
            "flatten",
            "nonnull",
            "assume_aligned",
            "target",
            "visibility",
            "fallthrough");

    private static final Set<String> HEADERS = Set.of(
            "stdint.h",
            "stddef.h",
            "stdbool.h",
            "limits.h",
            "float.h",
            "math.h",
            "string.h",
            "stdlib.h",
            "stdio.h",
            "inttypes.h",
            "immintrin.h",
            "arm_neon.h");

    /** OpenMP asks for nothing without a flag, which no proposal can set, and a library, which may not be imported. */
    private static final Pattern PRAGMA = Pattern.compile(
            "(GCC (unroll|ivdep|diagnostic)|clang (loop|diagnostic)|omp|unroll|nounroll|once|STDC FP_CONTRACT)\\b.*");

    /** For the guard. */
    public static final Dialect DIALECT = new Dialect(
            DIRECTIVES,
            WORDS,
            INTERNALS,
            BUILT_INS,
            ATTRIBUTES,
            HEADERS,
            text -> PRAGMA.matcher(text).matches());

    private CSource() {}
}
