package dev.ouroboros.hdl.netlist;

import dev.ouroboros.hdl.netlist.Netlist.Cell;

/** Says what is wrong with a cell that a machine cannot have. */
final class Unsupported {
    private Unsupported() {}

    static boolean isLatch(Cell cell) {
        return cell.type().matches("\\$(_DLATCH|_SR_|dlatch|adlatch|sr$).*");
    }

    static String describe(Cell cell) {
        String type = cell.type();
        if (isLatch(cell)) {
            return "a latch: " + cell.describe() + "\nMaybe a branch of an always block assigns nothing.";
        }
        if (type.startsWith("$") || type.startsWith("SB_")) {
            return "a cell that this version cannot prove: " + cell.describe();
        }
        return "a black box: " + cell.describe() + "\nEvery module must be defined in the files of the task.";
    }
}
