package dev.ouroboros.agent.prompt;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with places {@code {{name}}}. What is filled in is never read for places again. */
record Template(String name, String text) {
    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z-]+)}}");

    /**
     * Fills every place.
     *
     * @throws IllegalArgumentException if the text has a place that {@code values} does not name
     */
    String fill(Map<String, String> values) {
        return PLACE.matcher(text).replaceAll(place -> {
            var value = values.get(place.group(1));
            if (value == null) {
                throw new IllegalArgumentException(
                        "the prompt template " + name + " has the place " + place.group() + ", but there are only "
                                + values.keySet().stream().sorted().toList());
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
