package dev.ouroboros.agent.prompt;

import dev.ouroboros.agent.prompt.Item.Kind;
import dev.ouroboros.engine.propose.Untrusted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Fills the room that is left in a prompt with the evidence that is worth most. */
final class Room {
    private Room() {}

    /**
     * Returns the chosen evidence by kind; {@code none yet} where there is none at all. The most valuable item of each
     * kind is always there, shortened if need be; the rest is chosen by value for its length.
     *
     * @param characters of all together
     */
    static Map<Kind, String> fill(List<Item> items, int characters) {
        var chosen = new EnumMap<Kind, List<Item>>(Kind.class);
        int left = characters;
        int share = Math.max(200, characters / (2 * Kind.values().length));
        var rest = new ArrayList<>(items);
        for (var kind : Kind.values()) {
            var first = items.stream().filter(item -> item.kind() == kind).max(Comparator.comparingDouble(Item::value));
            if (first.isPresent()) {
                rest.remove(first.get());
                var text = Untrusted.cut(first.get().text(), share);
                chosen.computeIfAbsent(kind, _ -> new ArrayList<>())
                        .add(new Item(kind, first.get().value(), text));
                left -= text.length();
            }
        }
        rest.sort(Comparator.comparingDouble(Item::density).reversed());
        for (var item : rest) {
            if (item.text().length() <= left) {
                chosen.computeIfAbsent(item.kind(), _ -> new ArrayList<>()).add(item);
                left -= item.text().length();
            }
        }
        Set<Kind> all = EnumSet.allOf(Kind.class);
        return all.stream().collect(Collectors.toMap(kind -> kind, kind -> text(chosen.getOrDefault(kind, List.of()))));
    }

    private static String text(List<Item> items) {
        return items.isEmpty()
                ? "none yet"
                : items.stream()
                        .sorted(Comparator.comparingDouble(Item::value).reversed())
                        .map(Item::text)
                        .collect(Collectors.joining("\n\n"));
    }
}
