package dev.ouroboros.agent.novelty;

import dev.ouroboros.engine.artifact.Digest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Code without what a compiler does not see: comments, white space, and the choice of names. For languages that look
 * like C; for others it only finds less.
 *
 * @param digest equal for code that differs in those only
 * @param words how often each word and sign occurs, names aside
 */
record Skeleton(String digest, Map<String, Integer> words) {
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\n]*");
    private static final Pattern TOKEN =
            Pattern.compile("[A-Za-z_]\\w*|\\d[\\w.]*(?:[eEpP][+-]\\w+)?|\"(?:\\\\.|[^\"\\\\])*\"|\\S");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_]\\w*");
    private static final Set<String> BEFORE_NO_NAME =
            Set.of("return", "else", "goto", "case", "new", "throw", "define", "ifdef", "ifndef", "undef", "assign");
    private static final Set<String> AFTER_NAME = Set.of("=", ";", ",", ")", "[");
    private static final Pattern KEYWORD = Pattern.compile(
            "(?:u?(?:char|short|int|long)|float|double|half|bool|void|size_t|signed|unsigned|boolean|byte|var|wire|reg|logic"
                    + "|input|output|integer|genvar)\\d*|(?:__)?(?:global|local|constant|private|kernel|restrict)|const"
                    + "|volatile|static|inline|struct|final|break|continue|if|for|while|do|switch|default|sizeof");

    static Skeleton of(String code) {
        var tokens = new ArrayList<String>();
        var matcher = TOKEN.matcher(COMMENT.matcher(code).replaceAll(" "));
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        var names = names(tokens);
        var words = new TreeMap<String, Integer>();
        var text = new StringBuilder();
        for (var token : tokens) {
            var number = names.get(token);
            text.append(number == null ? token : "#" + number).append(' ');
            if (number == null) {
                words.merge(token, 1, Integer::sum);
            }
        }
        return new Skeleton(Digest.of(text.toString()), words);
    }

    /** Numbers the names that the code itself declares: a word after a word or a star, and before what ends a declarator. */
    private static Map<String, Integer> names(List<String> tokens) {
        var declared = new HashMap<String, Integer>();
        for (int i = 1; i + 1 < tokens.size(); i++) {
            var token = tokens.get(i);
            var before = tokens.get(i - 1);
            boolean afterType =
                    (WORD.matcher(before).matches() && !BEFORE_NO_NAME.contains(before)) || before.equals("*");
            if (afterType
                    && WORD.matcher(token).matches()
                    && !KEYWORD.matcher(token).matches()
                    && AFTER_NAME.contains(tokens.get(i + 1))
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

    /** A star is part of a declaration only if a type stands before it; elsewhere it multiplies. */
    private static boolean isType(List<String> tokens, int at) {
        if (!tokens.get(at).equals("*")) {
            return true;
        }
        return at > 0 && KEYWORD.matcher(tokens.get(at - 1)).matches();
    }
}
