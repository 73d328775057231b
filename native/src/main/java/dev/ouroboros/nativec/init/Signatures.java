package dev.ouroboros.nativec.init;

import dev.ouroboros.engine.layer.DraftException;
import dev.ouroboros.nativec.init.Signature.Parameter;
import dev.ouroboros.nativec.task.CTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the functions that a file of C defines. It knows types of one name and no macros: enough for kernels. */
final class Signatures {
    private static final Pattern COMMENT = Pattern.compile("//[^\n]*|/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern STRING = Pattern.compile("\"(\\\\.|[^\"\\\\\n])*\"|'(\\\\.|[^'\\\\\n])*'");
    private static final Pattern DIRECTIVE = Pattern.compile("(?m)^[ \t]*#(\\\\\n|[^\n])*$");
    private static final Pattern ATTRIBUTE = Pattern.compile("__attribute__\\s*\\(\\((?:[^()]|\\([^()]*\\))*\\)\\)");
    private static final Pattern HEAD =
            Pattern.compile("([A-Za-z_][\\w\\s]*?[\\s*]+?)\\b([A-Za-z_]\\w*)\\s*\\(([^()]*)\\)\\s*$", Pattern.DOTALL);
    private static final Pattern ARRAY = Pattern.compile("\\[[^\\]]*\\]");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_]\\w*");
    private static final Set<String> QUALIFIERS =
            Set.of("restrict", "__restrict", "__restrict__", "volatile", "register", "extern", "inline", "__inline");
    private static final CTypes TYPES = new CTypes();

    private Signatures() {}

    /**
     * Returns the functions that can be called from outside of the file, in order.
     *
     * @throws DraftException if the parameters of the one that is asked for are of types that no host can fill
     */
    static List<Signature> of(String source, String wanted) throws DraftException {
        List<Signature> found = new ArrayList<>();
        for (Definition definition : definitions(source)) {
            Matcher matcher = HEAD.matcher(definition.head());
            if (!matcher.find() || matcher.group(1).matches("(?s).*\\b(static|typedef|struct|enum|union)\\b.*")) {
                continue;
            }
            String name = matcher.group(2);
            if (wanted.isEmpty() || wanted.equals(name)) {
                found.add(signature(name, matcher.group(1), matcher.group(3), definition.body()));
            }
        }
        return found;
    }

    /** Something with braces on the outermost level: what stands before them, and what stands in them. */
    private record Definition(String head, String body) {}

    private static List<Definition> definitions(String source) {
        String text = COMMENT.matcher(source).replaceAll(" ");
        text = STRING.matcher(text).replaceAll("0");
        text = DIRECTIVE.matcher(text).replaceAll(" ");
        text = ATTRIBUTE.matcher(text).replaceAll(" ");
        List<Definition> definitions = new ArrayList<>();
        var head = new StringBuilder();
        int depth = 0;
        int open = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '{') {
                if (depth == 0) {
                    open = i + 1;
                }
                depth++;
            } else if (c == '}') {
                depth--;
                if (depth == 0) {
                    definitions.add(new Definition(head.toString(), text.substring(open, i)));
                    head.setLength(0);
                }
            } else if (depth == 0 && c == ';') {
                head.setLength(0);
            } else if (depth == 0) {
                head.append(c);
            }
        }
        return definitions;
    }

    private static Signature signature(String name, String returns, String parameters, String body)
            throws DraftException {
        String type = words(returns).stream()
                .filter(word -> !QUALIFIERS.contains(word))
                .collect(Collectors.joining(" "));
        if (returns.contains("*") || TYPES.named(type) == null) {
            throw new DraftException(
                    name + " returns '" + returns.strip()
                            + "', which no host can compare; expected void or a number. Maybe name another function by --entry.");
        }
        List<Parameter> all = new ArrayList<>();
        if (!parameters.isBlank() && !parameters.strip().equals("void")) {
            for (String parameter : parameters.split(",")) {
                all.add(parameter(name, parameter));
            }
        }
        return new Signature(type, name, all, body);
    }

    private static Parameter parameter(String function, String text) throws DraftException {
        boolean array = text.contains("[");
        String plain = ARRAY.matcher(text).replaceAll(" ");
        long stars = plain.chars().filter(c -> c == '*').count() + (array ? 1 : 0);
        List<String> words = words(plain);
        boolean constant = words.contains("const");
        List<String> rest = words.stream()
                .filter(word -> !word.equals("const") && !QUALIFIERS.contains(word))
                .toList();
        String type = rest.isEmpty() ? "" : String.join(" ", rest.subList(0, rest.size() - 1));
        if (stars > 1 || TYPES.named(type) == null || (type.equals("void") && stars == 0)) {
            throw new DraftException("the parameter '" + text.strip() + "' of " + function
                    + " is none that a host can fill; expected a number or a pointer to numbers: " + TYPES.labels()
                    + ". Maybe write a function around it that takes plain buffers.");
        }
        return new Parameter(type, rest.getLast(), stars == 1, constant);
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(match -> match.group()).toList();
    }
}
