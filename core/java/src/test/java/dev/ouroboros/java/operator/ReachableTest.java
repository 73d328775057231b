package dev.ouroboros.java.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReachableTest {
    private static final String TEXT = """
            class A {
                static final int ALL = 1;
                static int entry(int n) { return helper(n + 2) + new Made().get(); }
                static int helper(int n) { return n + 3; }
                static int other(int n) { return helper(n + 4); }
                static Runnable later() { return new Runnable() { public void run() { other(6); } }; }
                static class Made { int get() { return inner(); } int inner() { return 7; } int spare() { return 8; } }
                static class Unmade { int get2() { return 9; } }
            }
            """;

    @Test
    void callsAreFollowedAndWhatIsMadeIsAllReached() {
        assertEquals(List.of("1", "2", "3", "7", "8"), literals("entry"));
    }

    @Test
    void whatIsInsideOfAReachedMethodIsReached() {
        assertEquals(List.of("1", "3", "4", "6"), literals("later"));
    }

    @Test
    void allIsReachedIfTheEntryIsElsewhere() {
        assertEquals(8, literals("elsewhere").size());
    }

    private static List<String> literals(String entry) {
        return parsed(Source.parse(TEXT, entry)).all(IntegerLiteralExpr.class).stream()
                .map(IntegerLiteralExpr::getValue)
                .toList();
    }

    private static Source parsed(@Nullable Source source) {
        if (source == null) {
            throw new AssertionError("no Java");
        }
        return source;
    }
}
