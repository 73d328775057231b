package dev.ouroboros.hdl.operator;

import dev.ouroboros.hdl.syntax.Expression;
import dev.ouroboros.hdl.syntax.Item;
import dev.ouroboros.hdl.syntax.Part;
import dev.ouroboros.hdl.syntax.SyntaxTree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The names of a module with their sizes, and the values of its parameters at their defaults. What it cannot know, a
 * macro or a type from elsewhere, is null, and rewritings leave that alone.
 */
final class Scope {

    /**
     * A net or variable.
     *
     * @param elements how many dimensions an element has to be picked by before the bits come
     */
    record Symbol(Shape shape, int elements, boolean port) {}

    private final Map<String, Symbol> symbols = new HashMap<>();
    private final Map<String, Long> constants = new HashMap<>();
    private final Map<String, Shape> constantShapes = new HashMap<>();

    private Scope() {}

    static Scope of(Item.Module module) {
        var scope = new Scope();
        module.header().forEach(declaration -> scope.declare(declaration, true));
        SyntaxTree.walk(module)
                .filter(Item.Declaration.class::isInstance)
                .map(Item.Declaration.class::cast)
                .filter(declaration -> !module.header().contains(declaration))
                .forEach(declaration -> scope.declare(declaration, isPort(declaration.type())));
        return scope;
    }

    private static boolean isPort(Part.Type type) {
        return type.is("input") || type.is("output") || type.is("inout");
    }

    @Nullable
    Symbol symbol(String name) {
        return symbols.get(name);
    }

    /** Returns the value of a constant expression; null if it is none. */
    @Nullable
    Long value(Expression expression) {
        return new Constants(constants).value(expression);
    }

    /** Returns the value that an expression has while a name has one; null if it is not constant even then. */
    @Nullable
    Long value(Expression expression, String name, long holding) {
        var known = new HashMap<>(constants);
        known.put(name, holding);
        return new Constants(known).value(expression);
    }

    /** Returns the size an expression has by itself (IEEE 1364-2005, table 5-22); null if it cannot be known. */
    @Nullable
    Shape shape(Expression expression) {
        return new Shapes(this).shape(expression);
    }

    @Nullable
    Shape constantShape(String name) {
        return constantShapes.get(name);
    }

    private void declare(Item.Declaration declaration, boolean port) {
        var type = declaration.type();
        boolean constant = type.is("parameter") || type.is("localparam");
        BiConsumer<Part.Declarator, @Nullable Shape> add = (name, shape) -> {
            if (constant) {
                constant(name, shape);
            } else if (shape != null) {
                var known = symbols.get(name.name());
                boolean isPort = port || (known != null && known.port());
                symbols.put(name.name(), new Symbol(shape, name.unpacked().size(), isPort));
            }
        };
        var shape = shape(type);
        declaration.names().forEach(name -> add.accept(name, shape));
    }

    private void constant(Part.Declarator name, @Nullable Shape declared) {
        var initial = name.value();
        if (initial == null) {
            return;
        }
        var value = value(initial);
        if (value != null) {
            constants.put(name.name(), value);
        }
        var shape = declared == null ? shape(initial) : declared;
        if (shape != null) {
            constantShapes.put(name.name(), shape);
        }
    }

    /** Null for a parameter without a type, whose value decides, and for what is no plain vector. */
    private @Nullable Shape shape(Part.Type type) {
        for (var word : type.words()) {
            if (!PLAIN.contains(word)) {
                return NUMBERS.contains(word) ? Shape.INTEGER : null;
            }
        }
        boolean signed = type.is("signed");
        if (type.packed().isEmpty()) {
            boolean untyped = type.is("parameter")
                    || type.is("localparam")
                    || type.words().isEmpty();
            return untyped ? null : new Shape(1, signed);
        }
        var dimension = type.packed().getFirst();
        if (type.packed().size() > 1 || dimension.right() == null) {
            return null;
        }
        var high = value(dimension.left());
        var low = value(dimension.right());
        boolean usual = high != null && low != null && low == 0 && high >= 0 && high < 4096;
        return usual && high != null ? new Shape((int) (high + 1), signed) : null;
    }

    private static final List<String> PLAIN = List.of(
            "input", "output", "wire", "reg", "logic", "signed", "unsigned", "parameter", "localparam", "var", "bit");
    private static final List<String> NUMBERS = List.of("integer", "int");
}
