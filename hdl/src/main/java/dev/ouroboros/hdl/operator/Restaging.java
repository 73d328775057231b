package dev.ouroboros.hdl.operator;

import dev.ouroboros.hdl.operator.Dataflow.Cut;
import dev.ouroboros.hdl.operator.Dataflow.Delay;
import dev.ouroboros.hdl.operator.Dataflow.Net;
import dev.ouroboros.hdl.operator.Dataflow.Source;
import dev.ouroboros.hdl.operator.Dataflow.Unit;
import dev.ouroboros.hdl.syntax.Expression;
import dev.ouroboros.hdl.syntax.Node;
import dev.ouroboros.hdl.syntax.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a module with its registers where {@link Lags} wants them. Used once. */
final class Restaging {
    private final Design design;
    private final Dataflow flow;
    private final Lags lags;
    private final PipelineStyle style;
    private final FreshNames names;
    private final Map<String, String> fresh = new LinkedHashMap<>();
    private final Map<String, Chain> chains = new LinkedHashMap<>();
    private final Map<Expression, Chain> cutChains = new HashMap<>();
    private final List<Chain> all = new ArrayList<>();
    private final Map<Integer, Insertion> inserted = new TreeMap<>();

    Restaging(Design design, Dataflow flow, Lags lags, PipelineStyle style) {
        this.design = design;
        this.flow = flow;
        this.lags = lags;
        this.style = style;
        this.names = design.names().copy();
    }

    /** What is added at one place: nets are calculated of registers, and registers fed by nets, so all are declared first. */
    private record Insertion(boolean before, List<String> registers, List<String> nets, List<String> blocks) {
        String text(String indent) {
            return Stream.of(registers, nets, blocks)
                    .flatMap(List::stream)
                    .map(line -> before ? line + "\n" + indent : "\n" + indent + line)
                    .collect(Collectors.joining());
        }
    }

    /** Registers one after the other behind a net. */
    private static final class Chain {
        private final String first;
        private final Net net;
        private final int at;
        private final boolean before;
        private final List<String> registers = new ArrayList<>();

        /** @param before whether it is declared before what stands at the offset, and not after */
        Chain(String first, Net net, int at, boolean before) {
            this.first = first;
            this.net = net;
            this.at = at;
            this.before = before;
        }
    }

    List<Edit> edits() {
        var edits = new ArrayList<Edit>();
        for (Delay delay : flow.delays()) {
            fresh.put(delay.name(), names.next(delay.name() + "_now"));
        }
        for (Unit unit : flow.units()) {
            if (isDelayed(unit)) {
                continue;
            }
            edit(unit.node(), lags.late().get(unit.step()), unit.own(), edits);
        }
        for (Delay delay : flow.delays()) {
            drive(delay, edits);
        }
        for (Chain chain : all) {
            var added = at(chain.at, chain.before);
            added.registers().addAll(style.declarations(chain.net, chain.registers));
            added.blocks().add(style.block(chain.first, chain.registers));
        }
        var insertions = new ArrayList<Edit>();
        inserted.forEach((at, added) -> insertions.add(Edit.insert(at, added.text(indent(at, added.before())))));
        insertions.addAll(edits);
        return insertions;
    }

    private boolean isDelayed(Unit unit) {
        return flow.delays().stream().anyMatch(delay -> delay.assign().value().equals(unit.node()));
    }

    /** The register goes; what it took becomes a net, from which others are fed. */
    private void drive(Delay delay, List<Edit> edits) {
        Source source = flow.sources().get(delay.name());
        if (source == null) {
            throw new IllegalStateException("no source of " + delay.name());
        }
        var within = new ArrayList<Edit>();
        edit(delay.assign().value(), lags.late().get(source.step()), Set.of(), within);
        String now = String.valueOf(fresh.get(delay.name()));
        edits.add(new Edit(delay.declaration().span(), source.net().declared("wire", now) + ";"));
        String driven = "assign " + now + " = " + text(delay.assign().value(), within) + ";";
        edits.add(new Edit(statement(delay), isLast(delay) ? driven : driven + "\n  "));
    }

    private boolean isLast(Delay delay) {
        var own = flow.delays().stream()
                .filter(other -> other.block().equals(delay.block()))
                .toList();
        return own.getLast().equals(delay);
    }

    /** The whole block if it has one statement; else its begin, end and head go with the first and the last. */
    private Span statement(Delay delay) {
        var block = delay.block();
        var own = flow.delays().stream()
                .filter(other -> other.block().equals(block))
                .toList();
        int index = own.indexOf(delay);
        int start = index == 0 ? block.span().start() : delay.assign().span().start();
        int end = index == own.size() - 1
                ? block.span().end()
                : own.get(index + 1).assign().span().start();
        return new Span(start, end);
    }

    private void edit(Node node, int late, Set<String> own, List<Edit> edits) {
        if (node instanceof Expression expression) {
            Cut cut = flow.cuts().get(expression);
            if (cut != null && lags.late().get(cut.step()) < late) {
                edits.add(new Edit(
                        node.span(), cut(expression, cut, late - lags.late().get(cut.step()), own)));
                return;
            }
        }
        if (node instanceof Expression.Name name && !own.contains(name.text())) {
            Source source = flow.sources().get(name.text());
            if (source != null) {
                int registers = source.registers() + late - lags.late().get(source.step());
                String replaced = name(source, registers);
                if (!replaced.equals(name.text())) {
                    edits.add(new Edit(name.span(), replaced));
                }
            }
        }
        node.children().forEach(child -> edit(child, late, own, edits));
    }

    private String name(Source source, int registers) {
        String name = source.net().name();
        String first = source.net().fresh() ? String.valueOf(fresh.get(name)) : name;
        if (registers == 0) {
            return first;
        }
        Chain chain = chains.computeIfAbsent(name, _ -> chain(first, source.net(), source.at(), false));
        return register(chain, name, registers);
    }

    private Chain chain(String first, Net net, int at, boolean before) {
        var chain = new Chain(first, net, at, before);
        all.add(chain);
        return chain;
    }

    private String register(Chain chain, String stem, int registers) {
        while (chain.registers.size() < registers) {
            chain.registers.add(names.next(stem + "_" + (chain.registers.size() + 1)));
        }
        return chain.registers.get(registers - 1);
    }

    /** Takes a calculation out, into a net before the item that it stands in. */
    private String cut(Expression expression, Cut cut, int registers, Set<String> own) {
        Chain known = cutChains.get(expression);
        if (known == null) {
            var within = new ArrayList<Edit>();
            expression.children().forEach(child -> edit(child, lags.late().get(cut.step()), own, within));
            String stem = names.next("stage");
            int at = cut.site().item().span().start();
            var net = new Net(stem, cut.shape(), true);
            at(at, true).nets().add(net.declared("wire", stem) + " = " + text(expression, within) + ";");
            known = chain(stem, net, at, true);
            cutChains.put(expression, known);
        }
        return register(known, known.first, registers);
    }

    private String text(Node node, List<Edit> edits) {
        int start = node.span().start();
        var moved = edits.stream()
                .map(edit -> new Edit(
                        new Span(edit.span().start() - start, edit.span().end() - start), edit.text()))
                .toList();
        return Edit.apply(design.text(node), moved);
    }

    private Insertion at(int offset, boolean before) {
        return inserted.computeIfAbsent(
                offset, _ -> new Insertion(before, new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
    }

    private String indent(int at, boolean before) {
        if (!before && at == design.module().body().start()) {
            return "  ";
        }
        var source = design.tree().source();
        var line = source.substring(source.lastIndexOf('\n', at - 1) + 1);
        return line.substring(0, line.length() - line.stripLeading().length());
    }
}
