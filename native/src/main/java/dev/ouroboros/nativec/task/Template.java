package dev.ouroboros.nativec.task;

import dev.ouroboros.engine.space.Setting;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts in which {@code $NAME} stands for the value of a parameter. */
public final class Template {
    private static final Pattern PLACE = Pattern.compile("\\$([A-Za-z_][A-Za-z0-9_]*)");

    private Template() {}

    /** Returns the names of the parameters that a text uses. */
    public static Set<String> names(String text) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = PLACE.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    /** Returns the text with values in place of names. */
    public static String filled(String text, Setting parameters) {
        return PLACE.matcher(text)
                .replaceAll((MatchResult place) -> Matcher.quoteReplacement(
                        String.valueOf(parameters.values().get(place.group(1)))));
    }
}
