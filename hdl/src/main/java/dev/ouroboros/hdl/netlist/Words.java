package dev.ouroboros.hdl.netlist;

import dev.ouroboros.hdl.netlist.Netlist.Cell;
import dev.ouroboros.hdl.netlist.WordStep.OfCarries;
import dev.ouroboros.hdl.netlist.WordStep.OfProduct;
import dev.ouroboros.hdl.netlist.WordStep.OfSum;
import dev.ouroboros.hdl.netlist.WordStep.OfXor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.IntUnaryOperator;

/**
 * The cells that calculate with words, as Yosys' manual describes them: sums, differences and products; {@code $fa}, three
 * numbers made two; and {@code $alu}, a sum or difference that shows its carries.
 */
record Words(Cell cell, IntUnaryOperator defined, IntSupplier fresh) {

    /** Returns the steps of such a cell; none if it is another. */
    List<CircuitStep> steps() {
        return switch (cell.type()) {
            case "$add" -> List.of(new OfSum(operand("A"), operand("B"), Netlist.ZERO, pin("Y")));
            case "$sub" -> difference(operand("A"), operand("B"));
            case "$neg" -> difference(Collections.nCopies(pin("Y").size(), Netlist.ZERO), operand("A"));
            case "$mul" -> List.of(new OfProduct(operand("A"), operand("B"), pin("Y")));
            case "$fa" -> fullAdders();
            case "$alu" -> unit();
            default -> List.of();
        };
    }

    private List<CircuitStep> difference(List<Integer> from, List<Integer> taken) {
        List<Integer> inverted = nets(taken.size());
        return List.of(
                new OfXor(taken, List.of(Netlist.ONE), inverted), new OfSum(from, inverted, Netlist.ONE, pin("Y")));
    }

    private List<CircuitStep> fullAdders() {
        var steps = new ArrayList<CircuitStep>();
        List<Integer> a = pin("A");
        List<Integer> b = pin("B");
        List<Integer> c = pin("C");
        for (int i = 0; i < a.size(); i++) {
            steps.add(new OfSum(
                    List.of(a.get(i), Netlist.ZERO),
                    List.of(b.get(i), Netlist.ZERO),
                    c.get(i),
                    List.of(pin("Y").get(i), pin("X").get(i))));
        }
        return steps;
    }

    private List<CircuitStep> unit() {
        List<Integer> a = operand("A");
        List<Integer> b = nets(a.size());
        int carryIn = pin("CI").getFirst();
        return List.of(
                new OfXor(operand("B"), pin("BI"), b),
                new OfXor(a, b, pin("X")),
                new OfSum(a, b, carryIn, pin("Y")),
                new OfCarries(a, b, carryIn, pin("CO")));
    }

    private List<Integer> nets(int count) {
        var nets = new ArrayList<Integer>();
        for (int i = 0; i < count; i++) {
            nets.add(fresh.getAsInt());
        }
        return nets;
    }

    private List<Integer> pin(String name) {
        List<Integer> bits = cell.pins().getOrDefault(name, List.of());
        return cell.outputs().contains(name)
                ? bits
                : bits.stream().map(defined::applyAsInt).toList();
    }

    /** Extends an operand to the width of the result: with its sign if all operands are signed. */
    private List<Integer> operand(String name) {
        int width = pin("Y").size();
        List<Integer> bits = pin(name);
        var all = new ArrayList<>(bits.subList(0, Math.min(width, bits.size())));
        int fill = signed() && !bits.isEmpty() ? bits.getLast() : Netlist.ZERO;
        while (all.size() < width) {
            all.add(fill);
        }
        return all;
    }

    private boolean signed() {
        return isSet("A_SIGNED") && (cell.type().equals("$neg") || isSet("B_SIGNED"));
    }

    private boolean isSet(String parameter) {
        return cell.parameters().getOrDefault(parameter, "0").contains("1");
    }
}
