package dev.ouroboros.agent.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the edits of an answer, line by line. Tolerant of what models add: fences around blocks, headings, bold names,
 * thoughts, other words for the markers.
 */
final class Scan {
    private static final Pattern THOUGHTS = Pattern.compile("(?s)<think(?:ing)?>.*?(?:</think(?:ing)?>|\\z)");
    private static final Pattern SEARCH = Pattern.compile("<{5,9} ?(?:SEARCH|ORIGINAL|HEAD)?\\s*");
    private static final Pattern MIDDLE = Pattern.compile("={5,9}\\s*");
    private static final Pattern REPLACE = Pattern.compile(">{5,9} ?(?:REPLACE|UPDATED)?.*");
    private static final Pattern FENCE = Pattern.compile("(`{3,}|~{3,})\\s*([A-Za-z0-9+#-]*)[: ]?\\s*(\\S*)\\s*");
    private static final Pattern FILE = Pattern.compile(
            "\\s*(?:[#*/-]+\\s*)*(?:FILE|File|file|PATH|Path)\\s*(?:name)?\\s*[:=]?\\s*[`*\"]*([\\w./+-]+)[`*\"]*\\s*:?\\s*");
    private static final Pattern BARE =
            Pattern.compile("\\s*(?:[#*-]+\\s*)*[`*]*([\\w-]+(?:/[\\w.+-]+)+|[\\w-]+\\.\\w+)[`*]*\\s*:?\\s*");
    private static final Pattern PARAMETERS =
            Pattern.compile("\\s*(?:[#*]+\\s*)*PARAMETERS\\s*:?\\s*`?([\\w.-]*)`?\\**\\s*:?\\s*");
    private static final Pattern ASSIGNMENT =
            Pattern.compile("\\s*[-*]?\\s*`?([A-Za-z_]\\w*)`?\\s*[=:]\\s*`?\"?([^`\",;]+?)\"?`?[,;]?\\s*");

    private final List<String> lines;
    private final List<Edit> edits = new ArrayList<>();
    private final StringBuilder rationale = new StringBuilder();
    private String path = "";
    private int at;
    private String error = "";

    private Scan(List<String> lines) {
        this.lines = lines;
    }

    /**
     * What was found.
     *
     * @param error what is wrong with an edit; empty if nothing
     */
    record Found(String rationale, List<Edit> edits, String error) {}

    static Found of(String answer) {
        var text = THOUGHTS.matcher(answer.replace("\r\n", "\n").replace('\r', '\n'))
                .replaceAll("");
        var scan = new Scan(text.lines().toList());
        scan.all();
        return new Found(scan.rationale.toString().strip(), List.copyOf(scan.edits), scan.error);
    }

    private void all() {
        while (at < lines.size() && error.isEmpty()) {
            var line = lines.get(at);
            var fence = FENCE.matcher(line);
            var file = FILE.matcher(line);
            var bare = BARE.matcher(line);
            var parameters = PARAMETERS.matcher(line);
            if (SEARCH.matcher(line).matches()) {
                block();
            } else if (fence.matches()) {
                fenced(fence.group(1), fence.group(2), fence.group(3));
            } else if (file.matches()) {
                path = file.group(1);
                at++;
            } else if (parameters.matches()) {
                parameters(parameters.group(1));
            } else if (bare.matches() && editFollows()) {
                path = bare.group(1);
                at++;
            } else {
                if (edits.isEmpty()) {
                    rationale.append(line).append('\n');
                }
                at++;
            }
        }
    }

    private boolean editFollows() {
        int next = at + 1;
        while (next < lines.size() && lines.get(next).isBlank()) {
            next++;
        }
        return next < lines.size()
                && (SEARCH.matcher(lines.get(next)).matches()
                        || FENCE.matcher(lines.get(next)).matches());
    }

    private void block() {
        int begin = at;
        var search = until(MIDDLE, begin + 1);
        if (search == null) {
            error = "line " + (begin + 1) + " begins a SEARCH block, but no line ======= follows it";
            return;
        }
        var replacement = until(REPLACE, at);
        if (replacement == null) {
            error = "the block that begins in line " + (begin + 1) + " has no line >>>>>>> REPLACE";
            return;
        }
        edits.add(new Edit.Block(path, search, replacement));
    }

    /** Returns the lines before the next one of that form and goes behind it; null if there is none. */
    private @Nullable String until(Pattern form, int from) {
        var text = new StringBuilder();
        for (int i = from; i < lines.size(); i++) {
            if (form.matcher(lines.get(i)).matches()) {
                at = i + 1;
                return text.toString();
            }
            text.append(lines.get(i)).append('\n');
        }
        return null;
    }

    private void fenced(String mark, String language, String info) {
        int end = at + 1;
        while (end < lines.size() && !lines.get(end).strip().equals(mark)) {
            end++;
        }
        var content = lines.subList(at + 1, end);
        if (content.stream()
                .anyMatch(line -> SEARCH.matcher(line).matches()
                        || PARAMETERS.matcher(line).matches())) {
            // The fence is decoration around blocks: read on inside; its end opens nothing.
            at++;
            skipEnd(mark, end);
            return;
        }
        boolean cut = end == lines.size();
        at = Math.min(end + 1, lines.size());
        var text = String.join("\n", content) + "\n";
        if (language.equals("diff") || (text.startsWith("--- ") && text.contains("\n+++ "))) {
            edits.add(new Edit.Diff(text));
        } else if (!info.isEmpty() && info.contains(".")) {
            whole(info, text, cut);
        } else if (!path.isEmpty() || content.size() > 1) {
            whole(path, text, cut);
        }
    }

    private void whole(String of, String text, boolean cut) {
        if (cut) {
            error = "the file that begins in line "
                    + (lines.size() - text.lines().count() + 1)
                    + " has no end: the answer was cut off, or the closing ``` is missing";
            return;
        }
        edits.add(new Edit.Whole(of, text));
        path = "";
    }

    private void skipEnd(String mark, int end) {
        int before = edits.size();
        while (at < end && error.isEmpty()) {
            var line = lines.get(at);
            var parameters = PARAMETERS.matcher(line);
            var file = FILE.matcher(line);
            if (SEARCH.matcher(line).matches()) {
                block();
            } else if (parameters.matches()) {
                parameters(parameters.group(1));
            } else {
                path = file.matches() ? file.group(1) : path;
                at++;
            }
        }
        if (edits.size() > before && at < lines.size() && lines.get(at).strip().equals(mark)) {
            at++;
        }
    }

    private void parameters(String part) {
        at++;
        while (at < lines.size()) {
            var assignment = ASSIGNMENT.matcher(lines.get(at));
            if (lines.get(at).isBlank() || lines.get(at).startsWith("```")) {
                at++;
                if (edits.isEmpty() || !(edits.getLast() instanceof Edit.Parameter)) {
                    continue;
                }
                return;
            }
            if (!assignment.matches()) {
                return;
            }
            edits.add(new Edit.Parameter(
                    part, assignment.group(1), assignment.group(2).strip()));
            at++;
        }
    }
}
