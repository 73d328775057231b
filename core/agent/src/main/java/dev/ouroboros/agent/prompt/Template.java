package dev.ouroboros.agent.prompt;

import java.util.Map;
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
        var filled = new StringBuilder();
        int done = 0;
        var place = PLACE.matcher(text);
        while (place.find()) {
            var value = values.get(place.group(1));
            if (value == null) {
                throw new IllegalArgumentException(
                        "the prompt template " + name + " has the place " + place.group() + ", but there are only "
                                + values.keySet().stream().sorted().toList());
            }
            filled.append(text, done, place.start()).append(value);
            done = place.end();
        }
        return filled.append(text, done, text.length()).toString();
    }
}
