package dev.ouroboros.sim;

import dev.ouroboros.hdl.tool.Design;
import java.math.BigInteger;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The numbers that designs mention: what they compare an input with stands in their text. */
final class Constants {
    private static final Pattern NUMBER = Pattern.compile("'[sS]?(?:[bB]\\s*(?<binary>[01][01_]*)"
            + "|[oO]\\s*(?<octal>[0-7][0-7_]*)"
            + "|[hH]\\s*(?<hexadecimal>[0-9a-fA-F][0-9a-fA-F_]*)"
            + "|[dD]\\s*(?<decimal>[0-9][0-9_]*))"
            + "|(?<![\\w'$`])(?<plain>[0-9][0-9_]*)(?![\\w'])");

    private static final int MOST = 512;
    private static final int MOST_DIGITS = 600;

    private Constants() {}

    /** Returns the values, 0 among them. */
    static List<BigInteger> of(Design... designs) {
        var values = new TreeSet<BigInteger>(List.of(BigInteger.ZERO));
        Stream.of(designs)
                .flatMap(design ->
                        Stream.concat(design.sources().values().stream(), design.definitions().values().stream()))
                .flatMap(text -> NUMBER.matcher(text).results())
                .filter(found -> found.group().length() <= MOST_DIGITS)
                .limit(MOST)
                .map(Constants::value)
                .forEach(values::add);
        return List.copyOf(values);
    }

    private static BigInteger value(MatchResult found) {
        if (found.group("binary") != null) {
            return number(found.group("binary"), 2);
        }
        if (found.group("octal") != null) {
            return number(found.group("octal"), 8);
        }
        if (found.group("hexadecimal") != null) {
            return number(found.group("hexadecimal"), 16);
        }
        return number(found.group("decimal") != null ? found.group("decimal") : found.group("plain"), 10);
    }

    private static BigInteger number(String digits, int radix) {
        return new BigInteger(digits.replace("_", ""), radix);
    }
}
