package dev.ouroboros.engine.artifact;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.ouroboros.engine.space.Setting;

/** A change to an artifact. Paths are those of {@link Artifact}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Patch.UnifiedDiff.class, name = "unified-diff"),
    @JsonSubTypes.Type(value = Patch.BlockReplacement.class, name = "block-replacement"),
    @JsonSubTypes.Type(value = Patch.ParameterSetting.class, name = "parameter-setting"),
    @JsonSubTypes.Type(value = Patch.WholeFile.class, name = "whole-file")
})
public sealed interface Patch {

    /** A unified diff of one or several files; every hunk must fit exactly. */
    record UnifiedDiff(String text) implements Patch {}

    /** Replaces the one place where {@code search} stands in {@code path}. */
    record BlockReplacement(String path, String search, String replacement) implements Patch {}

    /** Gives the named parameters of one part new values; parameters not named keep theirs. */
    record ParameterSetting(String part, Setting values) implements Patch {}

    /** Replaces one file. */
    record WholeFile(String path, String text) implements Patch {}
}
