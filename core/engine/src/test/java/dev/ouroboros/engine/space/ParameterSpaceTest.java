package dev.ouroboros.engine.space;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ParameterSpaceTest {
    private static final Parameter A = new Parameter("A", List.of(1, 2, 4));
    private static final Parameter B = new Parameter("B", List.of(2, 0));
    private static final Constraint SMALL = new Constraint("small", Expression.parse("A * B <= 4"));

    @Test
    void aSettingIsAdmittedIfItHasAValueOfEachParameterAndMeetsEachConstraint() {
        var space = new ParameterSpace(List.of(A, B), List.of(SMALL));
        assertTrue(space.admits(space.defaults()));
        assertNull(space.complaint(Setting.of(Map.of("A", 2, "B", 2))));
        assertComplaint(space, Map.of("A", 4, "B", 2), "constraint small does not hold: A * B <= 4");
        assertComplaint(space, Map.of("A", 3, "B", 2), "parameter A is 3; expected one of [1, 2, 4]");
        assertComplaint(space, Map.of("A", 1), "parameter B has no value");
        assertComplaint(space, Map.of("A", 1, "B", 2, "C", 1), "no parameter C; there are [A, B]");
    }

    @Test
    void aSettingForWhichAConstraintHasNoValueIsNotAdmitted() {
        var space = new ParameterSpace(List.of(A, B), List.of(new Constraint("even", Expression.parse("A % B < 2"))));
        assertFalse(space.admits(Setting.of(Map.of("A", 1, "B", 0))));
    }

    @Test
    void constraintsNameParametersOnly() {
        var unknown = new Constraint("c", Expression.parse("A < D"));
        var e = assertThrows(IllegalArgumentException.class, () -> new ParameterSpace(List.of(A, B), List.of(unknown)));
        assertEquals("constraint c names D, which is no parameter; there are [A, B]", e.getMessage());
    }

    @Test
    void theDefaultsMeetEachConstraint() {
        var large = new Constraint("large", Expression.parse("A > 1"));
        assertThrows(IllegalArgumentException.class, () -> new ParameterSpace(List.of(A), List.of(large)));
    }

    @Test
    void aParameterHasDifferentValuesOfTheKnownTypes() {
        assertThrows(IllegalArgumentException.class, () -> new Parameter("A", List.of()));
        assertThrows(IllegalArgumentException.class, () -> new Parameter("A", List.of(1, 1L)));
        assertThrows(IllegalArgumentException.class, () -> new Parameter("A", List.of(List.of())));
        assertThrows(IllegalArgumentException.class, () -> new Parameter("A-B", List.of(1)));
    }

    private static void assertComplaint(ParameterSpace space, Map<String, Object> values, String expected) {
        var complaint = Objects.requireNonNull(space.complaint(Setting.of(values)));
        assertTrue(complaint.startsWith(expected), complaint);
    }
}
