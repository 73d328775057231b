package dev.ouroboros.kernels.guard;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads kernel source for what only an attack needs: assembly, files, compiler internals, code outside of the kernel.
 *
 * <p>It judges the tokens of the file, macros and unused branches included, and lets no macro make new words: pasting is
 * refused. So a word that is not there before preprocessing is not there after it either.
 */
public final class SourceGuard {
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

    private static final Pattern INTERNALS = Pattern.compile(
            "__(builtin|sync|atomic|c11|ia32|cl_clang|pocl|ocl_kern|llvm|nvvm|amdgpu|amdgcn)_.*|_?pocl_.*");

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

    private final String file;
    private final List<Token> tokens;

    private SourceGuard(String file, List<Token> tokens) {
        this.file = file;
        this.tokens = tokens;
    }

    /**
     * Reads one file.
     *
     * @throws Suspicion at the first thing it refuses, with file, line and reason
     */
    public static void check(String file, String source) throws Suspicion {
        var guard = new SourceGuard(file, Lexer.tokens(file, source));
        for (int i = 0; i < guard.tokens.size(); i++) {
            guard.check(i);
        }
    }

    private void check(int i) throws Suspicion {
        Token token = tokens.get(i);
        switch (token.kind()) {
            case WORD -> checkWord(i, token);
            case MARK -> checkMark(i, token);
            case QUOTED, NUMBER -> {}
        }
    }

    private void checkWord(int i, Token token) throws Suspicion {
        String word = token.text();
        if (WORDS.contains(word)) {
            throw suspicion(token, "'" + word + "'");
        }
        if (INTERNALS.matcher(word).matches()) {
            throw suspicion(token, "'" + word + "', which is the compiler's own");
        }
        if (word.equals("__attribute__") || word.equals("__attribute")) {
            checkAttributes(i + 1);
        }
    }

    private void checkMark(int i, Token token) throws Suspicion {
        if (token.is("##")) {
            throw suspicion(token, "'##': words made by a macro cannot be read. Maybe spell them out under #if");
        }
        if (token.is("[[")) {
            throw suspicion(token, "'[['; write attributes as __attribute__((...))");
        }
        if (token.is("#") && token.startsLine()) {
            checkDirective(i);
        }
    }

    private void checkDirective(int i) throws Suspicion {
        if (endsLine(i)) {
            return;
        }
        Token name = tokens.get(i + 1);
        if (!DIRECTIVES.contains(name.text())) {
            throw suspicion(name, "#" + name.text());
        }
        if (name.is("pragma")) {
            checkPragma(i + 1);
        }
        if ((name.is("define") || name.is("undef")) && !endsLine(i + 1)) {
            String macro = tokens.get(i + 2).text();
            if (ATTRIBUTES.contains(macro) || macro.startsWith("__")) {
                throw suspicion(name, "a macro named " + macro + ", which means something to this guard");
            }
        }
    }

    private void checkPragma(int i) throws Suspicion {
        String text = rest(i);
        List<String> words = List.of(text.split(" "));
        boolean known = switch (words.getFirst()) {
            case "unroll", "nounroll" -> true;
            case "clang" -> words.size() > 1 && words.get(1).equals("loop");
            case "OPENCL" ->
                words.size() > 2
                        && (words.get(1).equals("FP_CONTRACT")
                                || (words.get(1).equals("EXTENSION") && EXTENSIONS.contains(words.get(2))));
            default -> false;
        };
        if (!known) {
            throw suspicion(tokens.get(i), "#pragma " + text);
        }
    }

    /** Every name between {@code ((} and {@code ))} must be known; what stands in the parentheses of a name is its own. */
    private void checkAttributes(int i) throws Suspicion {
        if (i + 1 >= tokens.size()
                || !tokens.get(i).is("(")
                || !tokens.get(i + 1).is("(")) {
            throw suspicion(tokens.get(i - 1), "an attribute that is not written as __attribute__((...))");
        }
        int depth = 2;
        for (int j = i + 2; j < tokens.size() && depth > 0; j++) {
            Token token = tokens.get(j);
            if (token.is("(")) {
                depth++;
            } else if (token.is(")")) {
                depth--;
            } else if (depth == 2 && !token.is(",") && !ATTRIBUTES.contains(plain(token.text()))) {
                throw suspicion(token, "the attribute " + token.text() + "; known are " + ATTRIBUTES);
            }
        }
    }

    private static String plain(String attribute) {
        return attribute.length() > 4 && attribute.startsWith("__") && attribute.endsWith("__")
                ? attribute.substring(2, attribute.length() - 2)
                : attribute;
    }

    private boolean endsLine(int i) {
        return i + 1 >= tokens.size() || tokens.get(i + 1).startsLine();
    }

    private String rest(int i) {
        var text = new StringBuilder();
        for (int j = i; !endsLine(j); j++) {
            text.append(tokens.get(j + 1).text()).append(' ');
        }
        return text.toString().strip();
    }

    private Suspicion suspicion(Token token, String what) {
        return new Suspicion(file, token.line(), what);
    }
}
