package dev.ouroboros.hdl.liberty;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the groups of a Liberty file. Tables and other lists are read over: nothing here asks for times. */
final class GroupParser {
    private static final String PUNCTUATION = "(){}:;,";

    private final String text;
    private int at;
    private int line = 1;

    GroupParser(String text) {
        this.text = text;
    }

    /**
     * Reads the one group that the file is.
     *
     * @throws LibertyProblem saying in which line something else stands
     */
    Group file() throws LibertyProblem {
        String kind = word("a group");
        if (!kind.equals("library")) {
            throw new LibertyProblem("starts with '" + kind + "'; expected library (NAME) { ... }");
        }
        return group(kind);
    }

    private Group group(String kind) throws LibertyProblem {
        int start = line;
        expect('(');
        String name = list();
        expect('{');
        return body(kind, name, start);
    }

    private Group body(String kind, String name, int start) throws LibertyProblem {
        Map<String, String> attributes = new HashMap<>();
        List<Group> groups = new ArrayList<>();
        while (true) {
            char next = peek();
            if (next == '}') {
                at++;
                return new Group(kind, name, start, attributes, groups);
            }
            if (next == ';') {
                at++;
                continue;
            }
            String key = word("an attribute or '}' of the " + kind + " of line " + start);
            int where = line;
            switch (peek()) {
                case ':' -> {
                    at++;
                    attributes.put(key, value());
                }
                case '(' -> {
                    at++;
                    String inner = list();
                    if (peek() == '{') {
                        at++;
                        groups.add(body(key, inner, where));
                    }
                }
                default -> throw unexpected("':' or '(' after " + key);
            }
        }
    }

    /** Up to the semicolon, or the end of the line where it is left out. */
    private String value() throws LibertyProblem {
        var value = new StringBuilder(word("a value"));
        while (at < text.length()) {
            skipBlanks();
            char next = at < text.length() ? text.charAt(at) : ';';
            if (next == ';' || next == '\n' || next == '\r' || next == '}') {
                break;
            }
            value.append(PUNCTUATION.indexOf(next) >= 0 ? String.valueOf(text.charAt(at++)) : word("a value"));
        }
        return value.toString();
    }

    private void skipBlanks() {
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
    }

    private String list() throws LibertyProblem {
        var first = "";
        boolean more = false;
        while (peek() != ')') {
            if (peek() == ',') {
                at++;
                more = true;
                continue;
            }
            String next = PUNCTUATION.indexOf(peek()) >= 0 ? String.valueOf(text.charAt(at++)) : word("a name");
            if (!more) {
                first += next;
            }
        }
        at++;
        return first;
    }

    private void expect(char wanted) throws LibertyProblem {
        if (peek() != wanted) {
            throw unexpected("'" + wanted + "'");
        }
        at++;
    }

    private String word(String wanted) throws LibertyProblem {
        char first = peek();
        int start = at;
        if (first == '"') {
            int end = text.indexOf('"', at + 1);
            if (end < 0) {
                throw new LibertyProblem("line " + line + ": a string has no end");
            }
            at = end + 1;
            String inner = text.substring(start + 1, end);
            line += (int) inner.chars().filter(c -> c == '\n').count();
            return inner;
        }
        while (at < text.length()
                && !Character.isWhitespace(text.charAt(at))
                && PUNCTUATION.indexOf(text.charAt(at)) < 0
                && text.charAt(at) != '"') {
            at++;
        }
        if (at == start) {
            throw unexpected(wanted);
        }
        return text.substring(start, at);
    }

    /** Returns the next character that means something. */
    private char peek() throws LibertyProblem {
        while (at < text.length()) {
            char next = text.charAt(at);
            if (next == '\n') {
                line++;
                at++;
            } else if (Character.isWhitespace(next) || next == '\\') {
                at++;
            } else if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at + 2);
                int stop = end < 0 ? text.length() : end + 2;
                line += (int)
                        text.substring(at, stop).chars().filter(c -> c == '\n').count();
                at = stop;
            } else if (text.startsWith("//", at)) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else {
                return next;
            }
        }
        throw new LibertyProblem("ends in line " + line + " in the middle of a group");
    }

    private LibertyProblem unexpected(String wanted) {
        return new LibertyProblem("line " + line + ": expected " + wanted + ", found '"
                + text.charAt(Math.min(at, text.length() - 1)) + "'");
    }
}
