package dev.ouroboros.hdl.init;

import dev.ouroboros.engine.layer.DraftException;
import dev.ouroboros.hdl.syntax.Item;
import dev.ouroboros.hdl.syntax.Lexer;
import dev.ouroboros.hdl.syntax.SyntaxTree;
import dev.ouroboros.hdl.syntax.Token;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Collects the {@link Sources} of a design. */
final class SourceReader {
    private final Path first;
    private final Conditionals conditionals = new Conditionals();
    private final Map<String, Excerpt> texts = new LinkedHashMap<>();
    private final Map<String, Item.Module> modules = new LinkedHashMap<>();
    private final Map<String, Home> homes = new HashMap<>();
    private final Set<String> leftOut = new TreeSet<>();
    private final List<String> guesses = new ArrayList<>();

    SourceReader(Path first) {
        this.first = first;
    }

    Sources read(@Nullable String entry) throws DraftException {
        read(first);
        Item.Module top = top(entry);
        Map<String, Item.Module> used = used(top);
        new Pruning(texts, leftOut).keep(used.keySet());
        if (!conditionals.undefined().isEmpty()) {
            guesses.add("conditional code, as without " + String.join(", ", conditionals.undefined())
                    + " and with SYNTHESIS; `define at the head of " + first.getFileName() + " chooses otherwise");
        }
        if (!leftOut.isEmpty()) {
            guesses.add("left out, for no circuit is made of it: " + String.join(", ", leftOut));
        }
        return new Sources(texts, used, homes, top, guesses);
    }

    private void read(Path file) throws DraftException {
        String name = file.getFileName().toString();
        if (texts.containsKey(name)) {
            return;
        }
        Excerpt whole = Excerpt.of(text(file));
        texts.put(name, whole);
        Excerpt decided = conditionals.decide(name, whole, included -> read(included(file, included)));
        Excerpt silent = Silencer.silence(decided, leftOut);
        texts.put(name, silent);
        for (Item.Module module : SyntaxTree.parse(silent.text()).modules()) {
            modules.put(module.name(), module);
            homes.put(module.name(), new Home(name, silent.text()));
        }
    }

    private static Path included(Path from, String name) throws DraftException {
        Path path = from.resolveSibling(name);
        if (!Files.isRegularFile(path)
                || path.getFileName() == null
                || !path.normalize().equals(from.resolveSibling(path.getFileName()))) {
            throw new DraftException(from.getFileName() + " includes \"" + name
                    + "\", which is no file beside it\nPut it there, and name it without a folder.");
        }
        return path;
    }

    private Item.Module top(@Nullable String entry) throws DraftException {
        if (entry != null) {
            return module(entry);
        }
        var used = new HashSet<String>();
        modules.values().forEach(module -> instances(module).forEach(instance -> used.add(instance.module())));
        List<String> roots =
                modules.keySet().stream().filter(name -> !used.contains(name)).toList();
        if (roots.isEmpty()) {
            throw new DraftException(first.getFileName() + " defines no module");
        }
        if (roots.size() > 1) {
            guesses.add("the module " + roots.getLast() + ", the last of " + names(roots)
                    + "; another one is named by --top");
        }
        return module(roots.getLast());
    }

    private Item.Module module(String name) throws DraftException {
        Item.Module named = modules.get(name);
        if (named == null) {
            throw new DraftException(
                    first.getFileName() + " defines no module " + name + "; it defines " + names(modules.keySet()));
        }
        return named;
    }

    private static String names(Collection<String> names) {
        return names.stream().sorted().collect(Collectors.joining(", "));
    }

    /** Returns the modules that the top module uses; those that are not defined yet are looked for in other files. */
    private Map<String, Item.Module> used(Item.Module top) throws DraftException {
        var used = new LinkedHashMap<String, Item.Module>();
        var open = new ArrayDeque<>(List.of(top));
        while (!open.isEmpty()) {
            Item.Module module = open.remove();
            if (used.put(module.name(), module) == null) {
                for (String name : instances(module).map(Item.Instance::module).toList()) {
                    open.add(find(module, name));
                }
                open.addAll(mentioned(module));
            }
        }
        return used;
    }

    /** What the parser does not understand may use a module too. */
    private List<Item.Module> mentioned(Item.Module module) throws DraftException {
        var found = new ArrayList<Item.Module>();
        for (String word : wordsNotUnderstood(module)) {
            if (!modules.containsKey(word) && Files.isRegularFile(first.resolveSibling(word + ".v"))) {
                read(first.resolveSibling(word + ".v"));
            }
            Item.Module named = modules.get(word);
            if (named != null) {
                found.add(named);
            }
        }
        return found;
    }

    private Set<String> wordsNotUnderstood(Item.Module module) {
        return SyntaxTree.walk(module)
                .filter(Item.Opaque.class::isInstance)
                .flatMap(node -> Lexer.tokens(home(module).text(node.span())).stream())
                .filter(token -> token.kind() == Token.Kind.WORD)
                .map(Token::text)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Item.Module find(Item.Module user, String name) throws DraftException {
        Path beside = modules.containsKey(name) ? null : beside(name);
        if (beside != null) {
            read(beside);
        }
        Item.Module found = modules.get(name);
        if (found == null) {
            throw new DraftException("module " + user.name() + " uses the module " + name
                    + ", which is not defined\nExpected it in " + first.getFileName() + ", in " + name
                    + ".v or in another Verilog file beside it.");
        }
        return found;
    }

    private @Nullable Path beside(String module) throws DraftException {
        var definition = Pattern.compile("\\bmodule\\s+" + Pattern.quote(module) + "\\b");
        List<Path> candidates = new ArrayList<>();
        Stream.of(".v", ".sv")
                .map(ending -> first.resolveSibling(module + ending))
                .forEach(candidates::add);
        candidates.addAll(verilogBeside());
        for (Path candidate : candidates) {
            if (Files.isRegularFile(candidate)
                    && definition.matcher(text(candidate)).find()) {
                return candidate;
            }
        }
        return null;
    }

    private List<Path> verilogBeside() throws DraftException {
        Path folder = first.toAbsolutePath().getParent();
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file ->
                            file.toString().endsWith(".v") || file.toString().endsWith(".sv"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new DraftException(folder + " cannot be read: " + e);
        }
    }

    private Home home(Item.Module module) {
        return Objects.requireNonNull(homes.get(module.name()));
    }

    private static Stream<Item.Instance> instances(Item.Module module) {
        return SyntaxTree.walk(module).filter(Item.Instance.class::isInstance).map(Item.Instance.class::cast);
    }

    private static String text(Path file) throws DraftException {
        try {
            // Patches are made of lines that end in one way.
            return Files.readString(file).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new DraftException(file + " cannot be read: " + e);
        }
    }
}
