package dev.ouroboros.java.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.java.build.Compiler;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Operators that make new code of what the types in scope offer, whatever these are. */
class ChangingOperatorsTest {
    private static final int SPARED = 5;

    private static final String GARDEN = """
            package garden;
            import java.util.List;
            public record Garden(List<Plant> beds, List<Plant> pots) {
                public Plant best() { return beds.getFirst(); }
                public List<Plant> like(Plant plant) { return beds; }
                public List<Plant> unlike(Plant plant) { return pots; }
                Plant hidden() { return best(); }
            }
            """;

    private static final String PLANT = """
            package garden;
            public record Plant(double height, String name) {}
            """;

    private static final String VISIT = """
            package visit;
            import garden.Garden;
            import garden.Plant;
            import java.util.function.Supplier;
            import java.util.random.RandomGenerator;
            final class Visit {
                Plant choose(Garden garden, RandomGenerator random) {
                    Supplier<Plant> choice = () -> garden.best();
                    var pots = garden.pots();
                    if (pots.isEmpty()) {
                        return choice.get();
                    }
                    return pots.getFirst();
                }
            }
            """;

    @Test
    void reachesAValueOfTheSameTypeByEveryWayThatLeadsThere() throws Exception {
        List<String> made = made(Reach::values);
        assertContains(made, "() -> reached0(garden, garden.best())");
        assertContains(
                made, "var from0 = garden.beds(); if (from0.isEmpty()) { return otherwise; } return from0.getFirst();");
        assertContains(made, "var from0 = garden.like(garden.best());");
        assertContains(made(Reach::draws), "return from1.get(random.nextInt(from1.size()));");
        assertTrue(
                made.stream().noneMatch(text -> text.contains("hidden()")), "what is private to a package is called");
    }

    @Test
    void whatIsReachedCompiles() throws Exception {
        List<String> made = made(Reach::values);
        for (int i = 0; i < made.size(); i += SPARED) {
            compiled(made.get(i));
        }
    }

    @Test
    void choosesAnotherElementAndAnotherMethodOfTheSameKind() throws Exception {
        List<String> elements = made(Choices::elements);
        for (String other : List.of(
                "pots.getLast()",
                "pots.get(random.nextInt(pots.size()))",
                "pots.get(random.nextInt(Math.min(4, pots.size())))",
                "java.util.Collections.max(pots, java.util.Comparator.comparingDouble(each -> each.height()))")) {
            assertContains(elements, "return " + other + ";");
        }
        assertEquals(
                List.of("garden.beds()"),
                made(Choices::alternatives).stream()
                        .map(text -> text.replaceAll("(?s).*var pots = (.*?);.*", "$1"))
                        .distinct()
                        .toList());
        assertContains(made(Choices::chances), "if (pots.isEmpty() || random.nextInt(16) == 0)");
        for (String text : elements) {
            compiled(text);
        }
    }

    @Test
    void callsOnceMoreWhatReturnsItsOwnKind() throws Exception {
        Map<String, byte[]> classes = new Compiler(List.of())
                .compile(
                        Map.of(
                                "Chain.java",
                                "final class Chain { Chain link(int n) { return this; }"
                                        + " static Chain two() { Chain c = new Chain(); return c.link(1); } }"),
                        Map.of());
        Source source = Source.parse("class User { void f(Chain c) { c.link(7); } }", "f");
        assertEquals(
                List.of("class User { void f(Chain c) { c.link(7).link(7); } }"),
                Choices.again(java.util.Objects.requireNonNull(source), Signatures.of(classes)).stream()
                        .map(edits -> Edits.apply(source.text(), edits))
                        .toList());
    }

    private interface Operator {
        List<List<Edit>> of(Source source, Signatures signatures);
    }

    private static List<String> made(Operator operator) throws Exception {
        Source source = java.util.Objects.requireNonNull(Source.parse(VISIT, "choose"));
        return operator.of(source, Signatures.of(compiled(VISIT))).stream()
                .map(edits -> java.util.Objects.requireNonNull(Edits.apply(VISIT, edits)))
                .toList();
    }

    private static Map<String, byte[]> compiled(String visit) throws Exception {
        return new Compiler(List.of())
                .compile(Map.of("Garden.java", GARDEN, "Plant.java", PLANT, "Visit.java", visit), Map.of());
    }

    private static void assertContains(List<String> texts, String part) {
        assertTrue(
                texts.stream().anyMatch(text -> text.replaceAll("\\s+", " ").contains(part)),
                () -> part + " in none of " + texts.size() + ", such as "
                        + new TreeSet<>(texts).stream().limit(2).collect(Collectors.joining("\n")));
    }
}
