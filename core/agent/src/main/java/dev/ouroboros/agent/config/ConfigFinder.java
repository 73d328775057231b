package dev.ouroboros.agent.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the configuration: the named file, else the one that {@code OUROBOROS_MODELS} names, else a server that
 * {@code OUROBOROS_MODEL_URL} and {@code OUROBOROS_MODEL} name, else {@code models.toml} in the workspace, else in the
 * user's configuration folder.
 *
 * @param environment of this process
 * @param workspace where runs are kept
 */
public record ConfigFinder(Map<String, String> environment, Path workspace) {
    private static final String FILE = "models.toml";

    /**
     * Reads the configuration that holds.
     *
     * @param named the file the user names; null if none
     * @throws ConfigException if there is none, or it has a mistake
     */
    public AgentConfig find(@Nullable Path named) throws ConfigException {
        var config = findIfAny(named);
        if (config == null) {
            throw new ConfigException("no model is configured: looked for the variables OUROBOROS_MODELS and"
                    + " OUROBOROS_MODEL_URL, and for the files "
                    + places().map(Path::toString).collect(Collectors.joining(" and "))
                    + "\nWrite one of them (docs/models.md has examples), or leave out --proposer: the offline search"
                    + " needs no model.");
        }
        return config;
    }

    /** Reads the configuration that holds, or returns null if there is none. */
    public @Nullable AgentConfig findIfAny(@Nullable Path named) throws ConfigException {
        if (named != null) {
            return ConfigReader.read(named);
        }
        var variable = environment.get("OUROBOROS_MODELS");
        if (variable != null) {
            return ConfigReader.read(Path.of(variable));
        }
        var url = environment.get("OUROBOROS_MODEL_URL");
        if (url != null) {
            return ConfigReader.parse("the environment", Path.of(""), server(url));
        }
        for (var file : places().toList()) {
            if (Files.exists(file)) {
                return ConfigReader.read(file);
            }
        }
        return null;
    }

    private String server(String url) throws ConfigException {
        var model = environment.get("OUROBOROS_MODEL");
        if (model == null) {
            throw new ConfigException("OUROBOROS_MODEL_URL is set, but OUROBOROS_MODEL, the model's name, is not");
        }
        if (url.contains("'") || model.contains("'")) {
            throw new ConfigException("OUROBOROS_MODEL_URL and OUROBOROS_MODEL may not contain the sign '");
        }
        return "[[models]]\nname = 'environment'\nprovider = 'openai'\nbase-url = '" + url + "'\nmodel = '" + model
                + "'\nkey-variable = 'OUROBOROS_MODEL_KEY'\n";
    }

    private Stream<Path> places() {
        var home = environment.get("XDG_CONFIG_HOME");
        var user = home == null ? Path.of(environment.getOrDefault("HOME", ""), ".config") : Path.of(home);
        return Stream.of(workspace.resolve(FILE), user.resolve("ouroboros").resolve(FILE));
    }
}
