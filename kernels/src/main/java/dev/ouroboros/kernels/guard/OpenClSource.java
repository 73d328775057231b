package dev.ouroboros.kernels.guard;

import dev.ouroboros.cfamily.guard.Dialect;
import java.util.List;
import java.util.Set;

/** What kernels in OpenCL C have an honest use for. */
public final class OpenClSource {
    private static final Set<String> DIRECTIVES =
            Set.of("define", "undef", "if", "ifdef", "ifndef", "elif", "else", "endif", "error", "warning", "pragma");

    /** Words without a use in a kernel, and how they could harm. */
    private static final Set<String> WORDS = Set.of(
            "asm",
            "__asm",
            "__asm__", // instructions of one's own choice, system calls among them
            "_Pragma",
            "__pragma",
            "__declspec", // directives where this guard does not look for them
            "extern", // functions of the host process
            "goto", // with a computed target: any address
            "printf", // text that passes for the worker's own
            "__has_include",
            "__has_include_next");

    /** Words that begin so are the compiler's or the driver's own. */
    private static final List<String> INTERNALS = List.of(
            "__builtin_",
            "__sync_",
            "__atomic_",
            "__c11_",
            "__ia32_",
            "__cl_clang_",
            "__pocl_",
            "_pocl_",
            "pocl_",
            "__ocl_kern_",
            "__llvm_",
            "__nvvm_",
            "__amdgpu_",
            "__amdgcn_");

    private static final Set<String> ATTRIBUTES = Set.of(
            "reqd_work_group_size",
            "work_group_size_hint",
            "vec_type_hint",
            "opencl_unroll_hint",
            "aligned",
            "packed",
            "always_inline",
            "noinline",
            "const",
            "pure",
            "unused",
            "may_alias",
            "ext_vector_type");

    private static final Set<String> EXTENSIONS = Set.of(
            "cl_khr_fp16",
            "cl_khr_fp64",
            "cl_khr_byte_addressable_store",
            "cl_khr_global_int32_base_atomics",
            "cl_khr_global_int32_extended_atomics",
            "cl_khr_local_int32_base_atomics",
            "cl_khr_local_int32_extended_atomics",
            "cl_khr_int64_base_atomics",
            "cl_khr_int64_extended_atomics",
            "cl_khr_subgroups");

    /** For the guard. */
    public static final Dialect DIALECT =
            new Dialect(DIRECTIVES, WORDS, INTERNALS, Set.of(), ATTRIBUTES, Set.of(), OpenClSource::pragma);

    private OpenClSource() {}

    private static boolean pragma(String text) {
        List<String> words = List.of(text.split(" "));
        return switch (words.getFirst()) {
            case "unroll", "nounroll" -> true;
            case "clang" -> words.size() > 1 && words.get(1).equals("loop");
            case "OPENCL" ->
                words.size() > 2
                        && (words.get(1).equals("FP_CONTRACT")
                                || (words.get(1).equals("EXTENSION") && EXTENSIONS.contains(words.get(2))));
            default -> false;
        };
    }
}
