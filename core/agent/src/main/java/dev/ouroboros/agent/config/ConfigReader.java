package dev.ouroboros.agent.config;

import dev.ouroboros.agent.config.ModelSpec.Price;
import dev.ouroboros.engine.task.Durations;
import dev.ouroboros.engine.task.Section;
import dev.ouroboros.engine.task.TaskException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code models.toml}. */
final class ConfigReader {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");
    private static final Set<String> EFFORTS = Set.of(ModelSpec.DEFAULT_EFFORT, "low", "medium", "high");

    private ConfigReader() {}

    static AgentConfig read(Path file) throws ConfigException {
        try {
            return parse(file.toString(), file.toAbsolutePath().resolveSibling(""), Files.readString(file));
        } catch (IOException e) {
            throw new ConfigException(
                    "cannot read the configuration of models " + file + ": "
                            + (Files.exists(file) ? e.toString() : "there is no such file"),
                    e);
        }
    }

    /** @param folder what relative paths begin at */
    static AgentConfig parse(String source, Path folder, String text) throws ConfigException {
        try {
            var section = Section.parse(source, text);
            var models = new ArrayList<ModelSpec>();
            var names = new HashSet<String>();
            for (var table : section.tables("models")) {
                var spec = model(table, folder);
                if (!names.add(spec.name())) {
                    throw table.mistake("name", "is '" + spec.name() + "', like that of another model");
                }
                models.add(spec);
            }
            var prompts = section.string("prompts", "");
            var config = new AgentConfig(
                    source,
                    models,
                    caps(section.tableOrEmpty("caps")),
                    section.number("similarity", AgentConfig.STANDARD_SIMILARITY),
                    atLeast(section, "prompt-tokens", AgentConfig.STANDARD_PROMPT_TOKENS, 500),
                    prompts.isEmpty() ? null : folder.resolve(prompts));
            section.rejectUnread();
            return config;
        } catch (TaskException e) {
            throw new ConfigException(String.valueOf(e.getMessage()), e);
        }
    }

    private static ModelSpec model(Section table, Path folder) throws TaskException {
        var name = table.string("name");
        if (!NAME.matcher(name).matches()) {
            throw table.mistake("name", "is '" + name + "'; expected letters, digits, '.', '_' and '-', at most 40");
        }
        var label = table.string("provider");
        var provider = Provider.named(label);
        if (provider == null) {
            throw table.mistake("provider", "is '" + label + "'; expected one of " + Provider.all());
        }
        if (table.has("key") || table.has("api-key")) {
            throw table.mistake(
                    table.has("key") ? "key" : "api-key",
                    "does not belong here: a key stands in an environment variable, which key-variable names");
        }
        boolean local = provider == Provider.GGUF;
        var baseUrl = local ? "" : table.string("base-url", provider.baseUrl());
        // Somebody else's server must never be sent the key of the provider's own.
        var usualKey = baseUrl.equals(provider.baseUrl()) ? provider.keyVariable() : "";
        int context = atLeast(table, "context-tokens", local ? 4096 : 64_000, 512);
        int answer = atLeast(table, "max-output-tokens", Math.min(8192, context / 2), 16);
        return new ModelSpec(
                name,
                provider,
                baseUrl,
                local ? "" : table.string("model"),
                local ? "" : table.string("key-variable", usualKey),
                new Price(money(table, "dollars-per-million-input", 0), money(table, "dollars-per-million-output", 0)),
                context,
                answer,
                temperatures(table, provider),
                efforts(table, provider, answer),
                samples(table),
                time(table, "timeout", Duration.ofMinutes(5)),
                table.bool("stream", false),
                local ? folder.resolve(table.string("file")) : null);
    }

    private static Caps caps(Section table) throws TaskException {
        return new Caps(
                atLeast(table, "calls", Caps.STANDARD.calls(), 0),
                atLeast(table, "tokens", (int) Caps.STANDARD.tokens(), 0),
                money(table, "dollars", Caps.STANDARD.dollars()),
                time(table, "time", Caps.STANDARD.time()));
    }

    private static List<Double> temperatures(Section table, Provider provider) throws TaskException {
        if (!table.has("temperatures")) {
            return List.of(0.7);
        }
        int most = provider == Provider.ANTHROPIC ? 1 : 2;
        var temperatures = new ArrayList<Double>();
        for (var value : table.values("temperatures")) {
            if (!(value instanceof Number number) || number.doubleValue() < 0 || number.doubleValue() > most) {
                throw table.mistake("temperatures", "has " + value + "; expected numbers from 0 to " + most);
            }
            temperatures.add(number.doubleValue());
        }
        return notEmpty(table, "temperatures", temperatures);
    }

    private static List<String> efforts(Section table, Provider provider, int maxOutputTokens) throws TaskException {
        boolean counted = provider == Provider.ANTHROPIC || provider == Provider.GEMINI;
        var efforts = table.strings("efforts", List.of(ModelSpec.DEFAULT_EFFORT));
        for (var effort : efforts) {
            if (!EFFORTS.contains(effort)) {
                throw table.mistake("efforts", "has '" + effort + "'; expected default, low, medium or high");
            }
            if (counted && !effort.equals(ModelSpec.DEFAULT_EFFORT) && maxOutputTokens < ModelSpec.LEAST_TO_THINK) {
                throw table.mistake(
                        "efforts",
                        "has '" + effort + "', which needs max-output-tokens of at least " + ModelSpec.LEAST_TO_THINK
                                + "; found " + maxOutputTokens);
            }
        }
        return notEmpty(table, "efforts", efforts);
    }

    private static List<Integer> samples(Section table) throws TaskException {
        if (!table.has("samples")) {
            return List.of(1);
        }
        var samples = new ArrayList<Integer>();
        for (var count : table.integers("samples")) {
            if (count < 1 || count > 64) {
                throw table.mistake("samples", "has " + count + "; expected numbers from 1 to 64");
            }
            samples.add(Math.toIntExact(count));
        }
        return notEmpty(table, "samples", samples);
    }

    private static <T> List<T> notEmpty(Section table, String key, List<T> values) throws TaskException {
        if (values.isEmpty()) {
            throw table.mistake(key, "is empty; expected at least one value");
        }
        return values;
    }

    private static int atLeast(Section table, String key, int fallback, int least) throws TaskException {
        long value = table.integer(key, fallback);
        if (value < least || value > Integer.MAX_VALUE) {
            throw table.mistake(key, "is " + value + "; expected at least " + least);
        }
        return (int) value;
    }

    private static double money(Section table, String key, double fallback) throws TaskException {
        double value = table.number(key, fallback);
        if (!(value >= 0 && Double.isFinite(value))) {
            throw table.mistake(key, "is " + value + "; expected dollars, at least 0");
        }
        return value;
    }

    private static Duration time(Section table, String key, Duration fallback) throws TaskException {
        if (!table.has(key)) {
            table.string(key, "");
            return fallback;
        }
        try {
            return Durations.parse(table.string(key));
        } catch (IllegalArgumentException e) {
            throw table.mistake(key, "is wrong: " + e.getMessage());
        }
    }
}
