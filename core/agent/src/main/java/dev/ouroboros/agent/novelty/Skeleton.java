package dev.ouroboros.agent.novelty;

import dev.ouroboros.engine.artifact.Digest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Code without what a compiler does not see: comments, white space, and the choice of names. For languages that look
 * like C; for others it only finds less.
 *
 * @param digest equal for code that differs in those only
 * @param code the code, without comments, blank lines and indentation
 * @param tokens words and signs in order, declared names as numbers
 * @param words how often each word and sign occurs, names aside
 * @param literals numbers and how often they occur
 */
record Skeleton(String digest, String code, List<Token> tokens, Map<String, Integer> words, String literals) {
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\n]*");
    private static final Pattern TOKEN =
            Pattern.compile("[A-Za-z_]\\w*|\\d[\\w.]*(?:[eEpP][+-]\\w+)?|\"(?:\\\\.|[^\"\\\\])*\"|\\S");
    private static final Set<String> BEFORE_NO_NAME =
            Set.of("return", "else", "goto", "case", "new", "throw", "define", "ifdef", "ifndef", "undef", "assign");
    private static final Set<String> AFTER_NAME = Set.of("=", ";", ",", ")", "[");
    private static final Pattern KEYWORD = Pattern.compile(
            "(?:u?(?:char|short|int|long)|float|double|half|bool|void|size_t|signed|unsigned|boolean|byte|var|wire|reg|logic"
                    + "|input|output|integer|genvar)\\d*|(?:__)?(?:global|local|constant|private|kernel|restrict)|const"
                    + "|volatile|static|inline|struct|final|break|continue|if|for|while|do|switch|default|sizeof");

    /**
     * A word or sign.
     *
     * @param start where it stands in the code
     * @param end behind its last character
     */
    record Token(String text, int start, int end) {}

    static Skeleton of(String text) {
        var code = COMMENT.matcher(text)
                .replaceAll(" ")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
        var written = new ArrayList<String>();
        var tokens = new ArrayList<Token>();
        var matcher = TOKEN.matcher(code);
        while (matcher.find()) {
            written.add(matcher.group());
            tokens.add(new Token(matcher.group(), matcher.start(), matcher.end()));
        }
        var names = names(written);
        var words = new TreeMap<String, Integer>();
        var plain = new StringBuilder();
        tokens.replaceAll(token -> {
            var number = names.get(token.text());
            if (number == null) {
                words.merge(token.text(), 1, Integer::sum);
            }
            // The same object for the same word: they are compared with those of all earlier candidates.
            var shown = (number == null ? token.text() : "#" + number).intern();
            plain.append(shown).append(' ');
            return new Token(shown, token.start(), token.end());
        });
        return new Skeleton(Digest.of(plain.toString()), code, List.copyOf(tokens), words, literals(words));
    }

    private static String literals(Map<String, Integer> words) {
        return words.entrySet().stream()
                .filter(word -> Character.isDigit(word.getKey().charAt(0)))
                .map(word -> word.getKey() + "*" + word.getValue())
                .collect(Collectors.joining(" "));
    }

    /** Numbers the names that the code itself declares: a word after a word or a star, and before what ends a declarator. */
    private static Map<String, Integer> names(List<String> tokens) {
        var declared = new HashMap<String, Integer>();
        for (int i = 1; i + 1 < tokens.size(); i++) {
            var token = tokens.get(i);
            var before = tokens.get(i - 1);
            boolean afterType = (isWord(before) && !BEFORE_NO_NAME.contains(before)) || before.equals("*");
            if (afterType
                    && AFTER_NAME.contains(tokens.get(i + 1))
                    && isWord(token)
                    && !KEYWORD.matcher(token).matches()
                    && isType(tokens, i - 1)) {
                declared.putIfAbsent(token, declared.size());
            }
        }
        var numbered = new HashMap<String, Integer>();
        for (var token : tokens) {
            if (declared.containsKey(token)) {
                numbered.putIfAbsent(token, numbered.size());
            }
        }
        return numbered;
    }

    /** A token that begins as words do is one. */
    private static boolean isWord(String token) {
        char first = token.charAt(0);
        return (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z') || first == '_';
    }

    /** A star is part of a declaration only if a type stands before it; elsewhere it multiplies. */
    private static boolean isType(List<String> tokens, int at) {
        if (!tokens.get(at).equals("*")) {
            return true;
        }
        return at > 0 && KEYWORD.matcher(tokens.get(at - 1)).matches();
    }
}
