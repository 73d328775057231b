package dev.ouroboros.hdl.operator;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How registers are written.
 *
 * @param clock its port
 * @param edge at which registers take over
 * @param reset whether the design has one; else registers begin at 0, for nothing else says at what
 */
record PipelineStyle(String clock, String edge, boolean reset) {

    /** Declares registers of a net's shape. */
    List<String> declarations(Dataflow.Net net, List<String> names) {
        var initial = reset ? "" : " = 0";
        return names.stream()
                .map(name -> net.declared("reg", name + initial) + ";")
                .toList();
    }

    /** Feeds each register by the one before it, the first by a net. */
    String block(String first, List<String> names) {
        var steps = new ArrayList<String>();
        var before = first;
        for (var name : names) {
            steps.add(name + " <= " + before + ";");
            before = name;
        }
        var body = steps.size() == 1
                ? steps.getFirst()
                : steps.stream().collect(Collectors.joining(" ", "begin ", " end"));
        return "always @(" + edge + " " + clock + ") " + body;
    }
}
