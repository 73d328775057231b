package dev.ouroboros.hdl.guard;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses, before any tool reads it, Verilog that could mean one thing to a simulator and another to synthesis, or reach out
 * of the design: conditional compilation, pragmas in comments and attributes, system tasks, foreign functions, other files.
 */
public final class SourceGuard {
    private static final Set<String> REFUSED_DIRECTIVES = Set.of(
            "`line",
            "`pragma",
            "`celldefine",
            "`endcelldefine",
            "`begin_keywords",
            "`unconnected_drive",
            "`protect",
            "`protected",
            "`verilog",
            "`systemc_header",
            "`verilator_config",
            "`__FILE__",
            "`__LINE__");

    /** What tests whether a macro is there: tools define macros of their own. */
    private static final Set<String> CONDITIONALS = Set.of("`ifdef", "`ifndef", "`elsif", "`else", "`endif");

    /** Functions of constants or of bits, which every tool computes alike. */
    private static final Set<String> FUNCTIONS = Set.of("$clog2", "$signed", "$unsigned", "$bits");

    /** Attributes that ask for a way to build, and never change what is built. */
    private static final Set<String> ATTRIBUTES = Set.of(
            "keep", "ram_style", "rom_style", "syn_ramstyle", "syn_romstyle", "fsm_encoding", "mem2reg", "nomem2reg");

    /** Macros that tools define, each its own. */
    private static final Set<String> TOOL_MACROS =
            Set.of("VERILATOR", "YOSYS", "SYNTHESIS", "__ICARUS__", "SIMULATION");

    private static final List<String> PRAGMAS = List.of(
            "synopsys",
            "synthesis",
            "verilator",
            "pragma",
            "translate_",
            "ambit",
            "cadence",
            "xilinx",
            "altera",
            "exemplar",
            "vcs",
            "coverage",
            "synthesis_off",
            "yosys");

    /** Words of behaviour that synthesis leaves out or reads differently. */
    private static final Set<String> WORDS = Set.of(
            "force",
            "release",
            "deassign",
            "fork",
            "wait",
            "disable",
            "event",
            "specify",
            "primitive",
            "import",
            "export",
            "bind",
            "config",
            "assert",
            "assume",
            "cover",
            "restrict",
            "checker",
            "program",
            "tri0",
            "tri1",
            "triand",
            "trior",
            "wand",
            "wor",
            "trireg",
            "supply0",
            "supply1",
            "real",
            "realtime",
            "time",
            "defparam",
            "library");

    private final String file;
    private final List<Token> tokens;

    private SourceGuard(String file, List<Token> tokens) {
        this.file = file;
        this.tokens = tokens;
    }

    /**
     * Checks a file.
     *
     * @throws Suspicion naming file, line and what is refused
     */
    public static void check(String file, String source) throws Suspicion {
        new SourceGuard(file, Lexer.tokens(file, source)).check();
    }

    private void check() throws Suspicion {
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            switch (token.kind()) {
                case COMMENT -> comment(token);
                case DIRECTIVE -> directive(token, i);
                case SYSTEM -> system(token);
                case WORD -> word(token);
                case MARK -> mark(token, i);
                case STRING -> {}
            }
        }
    }

    /** Returns whether it finds nothing to refuse. */
    public static boolean allows(String source) {
        try {
            check("", source);
            return true;
        } catch (Suspicion e) {
            return false;
        }
    }

    /** Returns the word by which a comment, with its slashes, may be meant for a tool, or null. */
    public static @Nullable String pragma(String comment) {
        String text = comment.substring(2).strip().toLowerCase(Locale.ROOT);
        return PRAGMAS.stream().filter(text::startsWith).findFirst().orElse(null);
    }

    /** Returns whether an attribute of that name may stay. */
    public static boolean allowsAttribute(String name) {
        return ATTRIBUTES.contains(name);
    }

    private void comment(Token token) throws Suspicion {
        String pragma = pragma(token.text());
        if (pragma != null) {
            throw refuse(token, "a comment that a tool may obey: '" + pragma + "'");
        }
    }

    private void directive(Token token, int index) throws Suspicion {
        String name = token.text();
        if (TOOL_MACROS.contains(name.substring(1))) {
            throw refuse(token, "the macro " + name + ", by which tools can be told apart");
        }
        if (CONDITIONALS.contains(name)) {
            throw refuse(
                    token,
                    name + ": tools define macros of their own, so each could see another design"
                            + "\nMaybe use a parameter and a generate block.");
        }
        if (name.equals("`include")) {
            include(token, index);
        } else if (name.equals("`")) {
            throw refuse(token, "a lone back-quote");
        } else if (REFUSED_DIRECTIVES.contains(name)) {
            throw refuse(token, "the directive " + name);
        }
    }

    private void include(Token token, int index) throws Suspicion {
        String name = index + 1 < tokens.size() ? tokens.get(index + 1).text() : "";
        if (!name.matches("\"[A-Za-z0-9_.\\-/]+\"") || name.contains("..") || name.startsWith("\"/")) {
            throw refuse(token, "an include of something else than a file of the task");
        }
    }

    private void system(Token token) throws Suspicion {
        if (!FUNCTIONS.contains(token.text())) {
            throw refuse(token, token.text() + ": a design may call " + String.join(", ", sorted(FUNCTIONS)) + " only");
        }
    }

    private void word(Token token) throws Suspicion {
        if (TOOL_MACROS.contains(token.text())) {
            throw refuse(token, "the name " + token.text() + ", by which tools can be told apart");
        }
        if (WORDS.contains(token.text())) {
            throw refuse(token, "'" + token.text() + "', which synthesis leaves out or reads differently");
        }
    }

    private void mark(Token token, int index) throws Suspicion {
        if (Set.of("===", "!==", "==?", "!=?").contains(token.text())) {
            throw refuse(token, token.text() + ", which looks at undefined bits as no circuit can");
        }
        if (token.text().equals("#")
                && (index + 1 >= tokens.size() || !tokens.get(index + 1).text().equals("("))) {
            throw refuse(token, "a delay; parameters are written #(...)");
        }
        // @(*) is no attribute.
        if (token.text().equals("(*") && !next(index).equals(")")) {
            attribute(token, index);
        }
    }

    private void attribute(Token start, int index) throws Suspicion {
        boolean name = true;
        for (int i = index + 1; i < tokens.size() && !tokens.get(i).text().equals("*)"); i++) {
            Token token = tokens.get(i);
            if (name && token.kind() == Token.Kind.WORD && !ATTRIBUTES.contains(token.text())) {
                throw refuse(
                        token,
                        "the attribute '" + token.text() + "'; known are " + String.join(", ", sorted(ATTRIBUTES)));
            }
            name = token.text().equals(",");
        }
        if (index + 1 >= tokens.size()) {
            throw refuse(start, "an attribute without an end");
        }
    }

    private String next(int index) {
        return index + 1 < tokens.size() ? tokens.get(index + 1).text() : "";
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }

    private Suspicion refuse(Token token, String what) {
        return new Suspicion(file, token.line(), what);
    }
}
