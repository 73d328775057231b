package dev.ouroboros.hdl.init;

import dev.ouroboros.hdl.task.TokenStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Streams that the names of ports speak of, such as {@code s_axis_tvalid}, {@code in_valid} or {@code valid_i}: what begins and
 * ends alike belongs together.
 */
record StreamGuess(List<TokenStream> inputs, List<TokenStream> outputs) {
    private static final Pattern VALID =
            Pattern.compile("(?<stem>.*?)(?:valid|vld)(?<end>(?:_[a-z0-9]+)*)", Pattern.CASE_INSENSITIVE);
    private static final Set<String> READY = Set.of("ready", "rdy");
    private static final Set<String> DATA =
            Set.of("data", "last", "keep", "strb", "user", "id", "dest", "first", "sop", "eop");

    /**
     * Guesses.
     *
     * @param inputs without clock and reset
     */
    static StreamGuess of(Collection<String> inputs, Collection<String> outputs) {
        return new StreamGuess(streams(inputs, outputs), streams(outputs, inputs));
    }

    /** Returns lines of a task that say so, or nothing if no stream leaves the design. */
    List<String> lines() {
        if (outputs.isEmpty()) {
            return List.of();
        }
        var lines = new ArrayList<>(List.of("contract = \"stream\""));
        if (!inputs.isEmpty()) {
            lines.add("inputs   = [" + text(inputs) + "]");
        }
        lines.add("outputs  = [" + text(outputs) + "]");
        lines.add("patience = 64");
        return lines;
    }

    private static List<TokenStream> streams(Collection<String> senders, Collection<String> receivers) {
        var streams = new ArrayList<TokenStream>();
        for (String name : new TreeSet<>(senders)) {
            Matcher valid = VALID.matcher(name);
            if (valid.matches()) {
                String stem = valid.group("stem");
                String end = valid.group("end");
                streams.add(new TokenStream(name, ready(stem, end, receivers), data(name, stem, end, senders)));
            }
        }
        return streams;
    }

    /** The other way round an end such as {@code _i} may be {@code _o}. */
    private static @Nullable String ready(String stem, String end, Collection<String> receivers) {
        return receivers.stream()
                .filter(name -> name.regionMatches(true, 0, stem, 0, stem.length()))
                .filter(name -> READY.stream().anyMatch(word -> {
                    String rest = name.substring(stem.length());
                    return rest.equalsIgnoreCase(word + end)
                            || rest.equalsIgnoreCase(word + end.replace('i', 'o'))
                            || rest.equalsIgnoreCase(word + end.replace('o', 'i'));
                }))
                .sorted()
                .findFirst()
                .orElse(null);
    }

    private static List<String> data(String valid, String stem, String end, Collection<String> senders) {
        return senders.stream()
                .filter(name -> !name.equals(valid) && !VALID.matcher(name).matches())
                .filter(name ->
                        name.startsWith(stem) && name.endsWith(end) && name.length() > stem.length() + end.length())
                .filter(name -> {
                    String word = name.substring(stem.length(), name.length() - end.length());
                    // Where nothing else tells what belongs together, only usual words do.
                    return stem.length() > 1
                            ? READY.stream().noneMatch(word::equalsIgnoreCase)
                            : DATA.stream().anyMatch(word::equalsIgnoreCase);
                })
                .sorted()
                .toList();
    }

    private static String text(List<TokenStream> streams) {
        return streams.stream()
                .map(stream -> "{ valid = \"" + stream.valid() + "\""
                        + (stream.ready() == null ? "" : ", ready = \"" + stream.ready() + "\"")
                        + (stream.data().isEmpty()
                                ? ""
                                : stream.data().stream().collect(Collectors.joining("\", \"", ", data = [\"", "\"]")))
                        + " }")
                .collect(Collectors.joining(", "));
    }
}
