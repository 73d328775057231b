package dev.ouroboros.hdl.operator;

import dev.ouroboros.hdl.syntax.Expression;
import dev.ouroboros.hdl.syntax.Item;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What whole nets of a module are driven by, where that is one expression. */
final class NetDrivers {
    private final Map<String, Expression> drivers = new HashMap<>();
    private final Set<String> twice = new HashSet<>();

    private NetDrivers() {}

    static NetDrivers of(Design design) {
        var found = new NetDrivers();
        for (var item : design.module().items()) {
            switch (item) {
                case Item.Assignment assignment ->
                    assignment.wirings().forEach(wiring -> {
                        if (wiring.target() instanceof Expression.Name name) {
                            found.add(name.text(), wiring.value());
                        }
                    });
                case Item.Declaration declaration
                when declaration.type().is("wire") || declaration.type().is("logic") ->
                    declaration.names().forEach(name -> {
                        if (name.value() != null && name.unpacked().isEmpty()) {
                            found.add(name.name(), name.value());
                        }
                    });
                default -> {}
            }
        }
        found.twice.forEach(found.drivers::remove);
        return found;
    }

    private void add(String name, Expression value) {
        if (drivers.put(name, value) != null) {
            twice.add(name);
        }
    }

    /** Returns the expression, or null. */
    @Nullable
    Expression of(String net) {
        return drivers.get(net);
    }

    Map<String, Expression> all() {
        return Map.copyOf(drivers);
    }
}
