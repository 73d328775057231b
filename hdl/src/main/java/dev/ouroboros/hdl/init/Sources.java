package dev.ouroboros.hdl.init;

import dev.ouroboros.engine.layer.DraftException;
import dev.ouroboros.hdl.syntax.Item;
import dev.ouroboros.hdl.syntax.SyntaxTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A design's files: the one that the user named, those beside it that define the modules it uses, and what they include.
 *
 * @param texts by name, the named file first
 * @param modules by name
 */
record Sources(Map<String, String> texts, Map<String, Item.Module> modules) {
    private static final Pattern INCLUDE = Pattern.compile("`include\\s+\"([^\"]+)\"");

    /**
     * Reads them.
     *
     * @throws DraftException if a module or an included file is nowhere, saying where it is used
     */
    static Sources of(Path file) throws DraftException {
        var sources = new Sources(new LinkedHashMap<>(), new LinkedHashMap<>());
        var open = new ArrayDeque<>(List.of(file));
        while (!open.isEmpty()) {
            Path next = open.remove();
            String name = next.getFileName().toString();
            if (!sources.texts.containsKey(name)) {
                String text = read(next);
                sources.texts.put(name, text);
                open.addAll(sources.included(next, text));
                SyntaxTree.parse(text).modules().forEach(module -> sources.modules.put(module.name(), module));
            }
            if (open.isEmpty()) {
                open.addAll(sources.missing(file));
            }
        }
        return sources;
    }

    private List<Path> included(Path from, String text) throws DraftException {
        var found = new ArrayDeque<Path>();
        var includes = INCLUDE.matcher(text);
        while (includes.find()) {
            Path path = from.resolveSibling(includes.group(1));
            if (!Files.isRegularFile(path)
                    || path.getFileName() == null
                    || !path.normalize().equals(from.resolveSibling(path.getFileName()))) {
                throw new DraftException(from.getFileName() + " includes \"" + includes.group(1)
                        + "\", which is no file beside it\nPut it there, and name it without a folder.");
            }
            found.add(path);
        }
        return List.copyOf(found);
    }

    /** Files for the modules that are used and not defined yet: each is expected in a file of its own name. */
    private List<Path> missing(Path file) throws DraftException {
        var found = new ArrayDeque<Path>();
        for (Item.Module module : modules.values()) {
            for (Item.Instance instance : instances(module).toList()) {
                if (!modules.containsKey(instance.module())) {
                    Path path = beside(file, instance.module());
                    if (path == null || texts.containsKey(path.getFileName().toString())) {
                        throw new DraftException("module " + module.name() + " uses the module " + instance.module()
                                + ", which is not defined\nExpected it in " + file.getFileName() + " or in "
                                + instance.module() + ".v beside it.");
                    }
                    found.add(path);
                }
            }
        }
        return List.copyOf(found);
    }

    private static @Nullable Path beside(Path file, String module) {
        return Stream.of(".v", ".sv")
                .map(ending -> file.resolveSibling(module + ending))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElse(null);
    }

    static Stream<Item.Instance> instances(Item.Module module) {
        return SyntaxTree.walk(module).filter(Item.Instance.class::isInstance).map(Item.Instance.class::cast);
    }

    private static String read(Path file) throws DraftException {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new DraftException(file + " cannot be read: " + e);
        }
    }
}
