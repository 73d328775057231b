package dev.ouroboros.agent.propose;

import dev.ouroboros.agent.config.ModelSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How a model is asked. The proposer's name tells those that are varied, so that what each brought can be read off the
 * archive.
 */
record Knobs(ModelSpec spec, double temperature, String effort, int samples) {

    /** Returns all ways in which a model may be asked. */
    static List<Knobs> of(ModelSpec spec) {
        var all = new ArrayList<Knobs>();
        for (var temperature : spec.temperatures()) {
            for (var effort : spec.efforts()) {
                for (var samples : spec.samples()) {
                    all.add(new Knobs(spec, temperature, effort, samples));
                }
            }
        }
        return all;
    }

    /** Returns the proposer's name, for example {@code llm/small} or {@code llm/small/t0.2-high-n4}. */
    String proposer() {
        var varied = new ArrayList<String>();
        if (spec.temperatures().size() > 1) {
            varied.add(String.format(Locale.ROOT, "t%s", temperature));
        }
        if (spec.efforts().size() > 1) {
            varied.add(effort);
        }
        if (spec.samples().size() > 1) {
            varied.add("n" + samples);
        }
        var name = "llm/" + spec.name();
        return varied.isEmpty() ? name : name + "/" + String.join("-", varied);
    }
}
