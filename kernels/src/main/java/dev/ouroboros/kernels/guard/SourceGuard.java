package dev.ouroboros.kernels.guard;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads kernel source for what only an attack needs: assembly, files, compiler internals, code outside of the kernel.
 *
 * <p>It judges the tokens of the file, macros and unused branches included, and what macros could
 * compose of them. So a word that is not there before preprocessing is not there after it either.
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

    /** Read where they stand; composed by a macro they would not be. */
    private static final Set<String> READ_IN_PLACE = Set.of("__attribute__", "__attribute");

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
        guard.checkPasting();
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
        if (INTERNALS.stream().anyMatch(word::startsWith)) {
            throw suspicion(token, "'" + word + "', which is the compiler's own");
        }
        if (READ_IN_PLACE.contains(word)) {
            checkAttributes(i + 1);
        }
    }

    private void checkMark(int i, Token token) throws Suspicion {
        if (token.is("[[")) {
            throw suspicion(token, "'[['; write attributes as __attribute__((...))");
        }
        if (token.is("#") && token.startsLine()) {
            checkDirective(i);
        }
    }

    private void checkPasting() throws Suspicion {
        Token pasting =
                tokens.stream().filter(token -> token.is("##")).findFirst().orElse(null);
        if (pasting == null) {
            return;
        }
        Set<String> pieces = new TreeSet<>();
        for (Token token : tokens) {
            if (token.kind() == Token.Kind.WORD || token.kind() == Token.Kind.NUMBER) {
                pieces.add(token.text());
            }
        }
        pieces.removeAll(READ_IN_PLACE);
        Set<String> refused = new TreeSet<>(WORDS);
        refused.addAll(READ_IN_PLACE);
        String composable = new Pasting(pieces).composable(refused, INTERNALS);
        if (composable != null) {
            throw suspicion(
                    pasting,
                    "'##' in a file whose words could be joined to '" + composable
                            + "'. Maybe spell the words out under #if, or rename a short variable");
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
