package dev.ouroboros.engine.loop;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.artifact.Digest;
import dev.ouroboros.engine.artifact.Patch.ParameterSetting;
import dev.ouroboros.engine.loop.LoopEvent.Version;
import dev.ouroboros.engine.propose.Proposal;
import dev.ouroboros.engine.space.Setting;
import dev.ouroboros.engine.task.Task;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An artifact the run has heard of.
 *
 * @param settings parameter values by part
 * @param sources digest over all files but parameters
 * @param proposal what made it; null for the baseline
 */
record Known(
        Version version,
        Map<String, Setting> settings,
        String sources,
        @Nullable Proposal proposal) {

    static Known baseline(Task task, Version version) {
        var settings = new TreeMap<String, Setting>();
        task.parts().forEach(part -> settings.put(part.name(), part.parameters().defaults()));
        return new Known(version, settings, sources(version), null);
    }

    /** Returns what {@code proposal} makes of this parent. */
    Known child(Proposal proposal, Version version) {
        return new Known(version, settings(proposal), sources(version), proposal);
    }

    /** Returns the parameter values that {@code proposal} makes of this parent's. */
    Map<String, Setting> settings(Proposal proposal) {
        var changed = new TreeMap<>(settings);
        for (var patch : proposal.patches()) {
            if (patch instanceof ParameterSetting(var part, var values)) {
                changed.merge(part, values, Setting::with);
            }
        }
        return changed;
    }

    private static String sources(Version version) {
        return Digest.of(version.files().entrySet().stream()
                .filter(file -> !file.getKey().endsWith("/" + Artifact.PARAMETERS))
                .map(file -> file.getKey() + '\0' + file.getValue())
                .sorted()
                .collect(Collectors.joining("\n")));
    }
}
