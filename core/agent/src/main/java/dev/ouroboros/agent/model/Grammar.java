package dev.ouroboros.agent.model;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The form of an answer as llama.cpp's grammars have it (GBNF): reasons, then a whole file. Small models know what to
 * change sooner than how to say it.
 */
final class Grammar {
    private Grammar() {}

    /** Returns the grammar of answers that give one of these files. */
    static String of(List<String> editable) {
        var paths = editable.stream()
                .map(path -> '"' + path.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(" | "));
        return """
                root ::= why "\\n\\nFILE " path "\\n```\\n" line+ "```\\n"
                why ::= [^\\n`]{1,300}
                path ::= %s
                line ::= [^`\\n]{0,160} "\\n"
                """.formatted(paths);
    }
}
