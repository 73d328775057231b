package dev.ouroboros.nativec.init;

import dev.ouroboros.engine.layer.DraftException;
import dev.ouroboros.nativec.init.Signature.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a function's parameters mean, as far as their types, names and order tell.
 *
 * @param dimensions names of the parameters that are sizes
 * @param values of the other scalars
 * @param extents of each buffer, an expression over the dimensions
 * @param guesses what may be otherwise; for people
 */
record Plan(List<String> dimensions, Map<String, String> values, Map<String, String> extents, List<String> guesses) {
    private static final Pattern NO_SIZE =
            Pattern.compile("(?i)(.*_)?(seed|init|crc|adler|hash|sum|key|flags?|mode|alpha|beta"
                    + "|value|val|byte|shift|level|poly|char|ch|c|x)");
    private static final Pattern SIZE =
            Pattern.compile("(?i)([nmklwh]|.*(len|length|size|count|num|width|height|rows|cols?"
                    + "|columns|n|stride|bytes|blocks|elements|samples|points).*)");

    /** A sum of some 10,000 floats, one after the other, is rounded that much in the seed itself. */
    static final String TOLERANCE = "1e-4";

    /** Returns whether it computes in single precision. */
    static boolean isSingle(Signature signature) {
        return signature.returns().equals("float")
                || signature.parameters().stream()
                        .anyMatch(parameter ->
                                parameter.pointer() && parameter.type().equals("float"));
    }

    static Plan of(Signature signature) throws DraftException {
        List<Parameter> parameters = signature.parameters();
        List<String> dimensions = new ArrayList<>();
        Map<String, String> values = new LinkedHashMap<>();
        List<String> guesses = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            Parameter parameter = parameters.get(i);
            if (parameter.pointer()) {
                continue;
            }
            boolean real = parameter.type().equals("float") || parameter.type().equals("double");
            boolean behindBuffer = i > 0 && parameters.get(i - 1).pointer();
            if (!real && isSize(parameter, behindBuffer || signature.bounds(parameter.name()))) {
                dimensions.add(parameter.name());
            } else {
                values.put(parameter.name(), real ? "0.75" : "1");
                guesses.add("the value of " + parameter.name() + ", " + values.get(parameter.name()));
            }
        }
        if (parameters.stream().noneMatch(Parameter::pointer)) {
            throw new DraftException(signature.name() + " takes no buffer, so there is nothing to compare it by;"
                    + " expected a pointer to numbers");
        }
        if (dimensions.isEmpty()) {
            dimensions.add("n");
            guesses.add("the length n of every buffer, since no parameter looks like one");
        }
        guesses.add("the shapes that are measured and checked, for " + String.join(", ", dimensions));
        Map<String, String> extents = extents(signature, dimensions);
        if (dimensions.size() > 1) {
            extents.forEach((name, extent) -> guesses.add("the elements of " + name + ", " + extent));
        }
        parameters.stream()
                .filter(parameter -> parameter.pointer() && !parameter.constant())
                .forEach(parameter -> guesses.add("that " + parameter.name()
                        + " is read as well as written; role = \"out\" if every element is written and none is read"));
        if (isSingle(signature)) {
            guesses.add("the tolerance, " + TOLERANCE + ", since sums of floats are rounded in the seed, too");
        }
        return new Plan(dimensions, values, extents, guesses);
    }

    private static boolean isSize(Parameter parameter, boolean usedAsOne) {
        boolean likely = usedAsOne
                || parameter.type().equals("size_t")
                || SIZE.matcher(parameter.name()).matches();
        return likely && !NO_SIZE.matcher(parameter.name()).matches();
    }

    /**
     * A length right behind its pointer is that buffer's; else each buffer holds what any size could ask for: of three and
     * more, an element for each combination if the function multiplies them, or a matrix of any two.
     */
    private static Map<String, String> extents(Signature signature, List<String> dimensions) {
        List<Parameter> parameters = signature.parameters();
        String all = dimensions.size() <= 2 || signature.multiplies(dimensions)
                ? String.join(" * ", dimensions)
                : "max(" + String.join(", ", dimensions) + ") ** 2";
        List<Integer> buffers = IntStream.range(0, parameters.size())
                .filter(i -> parameters.get(i).pointer())
                .boxed()
                .toList();
        boolean paired = dimensions.size() == buffers.size()
                && buffers.stream()
                        .allMatch(i -> i + 1 < parameters.size()
                                && dimensions.contains(parameters.get(i + 1).name()));
        return buffers.stream()
                .collect(Collectors.toMap(
                        i -> parameters.get(i).name(),
                        i -> paired ? parameters.get(i + 1).name() : all,
                        (one, other) -> one,
                        LinkedHashMap::new));
    }
}
