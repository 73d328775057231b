package dev.ouroboros.hdl.liberty;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The standard cells of a Liberty file, as far as a design that is mapped to them needs to be looked at.
 *
 * @param text the file
 * @param name what it calls itself
 * @param cells how many it has
 * @param storing names of the cells that hold a state
 */
public record Library(String text, String name, int cells, Set<String> storing) {
    private static final int MOST_NAMED = 5;

    public Library {
        storing = Set.copyOf(storing);
    }

    /**
     * Reads a file.
     *
     * @throws LibertyProblem if it is none, or lacks what no design can do without: an inverter, a flip-flop, areas
     */
    public static Library read(String text) throws LibertyProblem {
        Group file = new GroupParser(text).file();
        List<Group> cells = file.all("cell").toList();
        if (cells.isEmpty()) {
            throw new LibertyProblem("has no cells");
        }
        var storing = new TreeSet<String>();
        boolean flipFlop = false;
        for (Group cell : cells) {
            checkArea(cell);
            if (cell.groups().stream().anyMatch(Library::isState)) {
                storing.add(cell.name());
            }
            flipFlop |= cell.all("ff").findAny().isPresent();
        }
        if (cells.stream().noneMatch(Library::isInverter)) {
            throw new LibertyProblem(
                    "has no inverter: a cell with one input A and an output of function \"!A\"; it has " + some(cells));
        }
        if (!flipFlop) {
            throw new LibertyProblem("has no flip-flop: a cell with a group ff; it has " + some(cells));
        }
        return new Library(text, file.name(), cells.size(), storing);
    }

    private static void checkArea(Group cell) throws LibertyProblem {
        String area = cell.attribute("area");
        if (area == null) {
            throw new LibertyProblem("line " + cell.line() + ": the cell " + cell.name() + " has no area");
        }
        try {
            if (!(Double.parseDouble(area) >= 0)) {
                throw new NumberFormatException(area);
            }
        } catch (NumberFormatException e) {
            throw new LibertyProblem("line " + cell.line() + ": the cell " + cell.name() + " has the area " + area
                    + "; expected a number from 0 up");
        }
    }

    private static boolean isState(Group group) {
        return Set.of("ff", "ff_bank", "latch", "latch_bank", "statetable").contains(group.kind());
    }

    private static boolean isInverter(Group cell) {
        List<Group> inputs = cell.all("pin")
                .filter(pin -> "input".equals(pin.attribute("direction")))
                .toList();
        if (inputs.size() != 1) {
            return false;
        }
        String input = inputs.getFirst().name();
        Set<String> inversions = Set.of("!" + input, input + "'", "(!" + input + ")", "!(" + input + ")");
        return cell.all("pin")
                .map(pin -> pin.attribute("function"))
                .anyMatch(function -> function != null && inversions.contains(function.replace(" ", "")));
    }

    private static String some(List<Group> cells) {
        String names = cells.stream().limit(MOST_NAMED).map(Group::name).collect(Collectors.joining(", "));
        return cells.size() > MOST_NAMED ? names + " and " + (cells.size() - MOST_NAMED) + " more" : names;
    }
}
