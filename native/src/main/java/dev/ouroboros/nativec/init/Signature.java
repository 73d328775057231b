package dev.ouroboros.nativec.init;

import java.util.List;
import java.util.regex.Pattern;

/**
 * How a function of C is called.
 *
 * @param returns its type as spelled
 * @param body what stands in its braces, without comments
 */
record Signature(String returns, String name, List<Parameter> parameters, String body) {
    Signature {
        parameters = List.copyOf(parameters);
    }

    /**
     * One of its parameters.
     *
     * @param type as spelled, without {@code const}, {@code restrict} and the star
     * @param pointer whether it points to a buffer
     * @param constant whether it only reads that buffer
     */
    record Parameter(String type, String name, boolean pointer, boolean constant) {}

    /** Returns whether something is counted or compared up to a parameter, as loops do. */
    boolean bounds(String parameter) {
        return Pattern.compile("[<>]=?\\s*\\(?\\s*" + parameter + "\\b|\\b" + parameter + "\\s*[<>]")
                .matcher(body)
                .find();
    }

    /** Returns whether two of these parameters are multiplied by one another, as in the index of an array of three dimensions. */
    boolean multiplies(List<String> dimensions) {
        String any = "(?:" + String.join("|", dimensions) + ")";
        return Pattern.compile("\\b" + any + "\\s*\\*\\s*" + any + "\\b")
                .matcher(body)
                .find();
    }
}
