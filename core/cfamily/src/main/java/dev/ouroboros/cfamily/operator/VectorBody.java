package dev.ouroboros.cfamily.operator;

import dev.ouroboros.cfamily.syntax.Node;
import dev.ouroboros.cfamily.syntax.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The statements of a loop's body as statements on vectors, round after round. */
final class VectorBody {
    private static final Map<String, Integer> SIZES = Map.ofEntries(
            Map.entry("float", 4),
            Map.entry("double", 8),
            Map.entry("int", 4),
            Map.entry("unsigned", 4),
            Map.entry("unsigned int", 4),
            Map.entry("int32_t", 4),
            Map.entry("uint32_t", 4),
            Map.entry("int64_t", 8),
            Map.entry("uint64_t", 8),
            Map.entry("size_t", 8),
            Map.entry("long", 8),
            Map.entry("int16_t", 2),
            Map.entry("uint16_t", 2),
            Map.entry("short", 2),
            Map.entry("int8_t", 1),
            Map.entry("uint8_t", 1),
            Map.entry("signed char", 1),
            Map.entry("unsigned char", 1));
    private static final Set<String> OPERATORS = Set.of("+", "-", "*", "/", "&", "|", "^", "<<", ">>");

    private final Source source;
    private final CountedLoop loop;
    private final String lane;
    private final int lanes;
    private final Types types;
    private final Set<String> elements = new LinkedHashSet<>();
    private final Map<String, String> temporaries = new LinkedHashMap<>();
    private final List<String> before = new ArrayList<>();
    private final List<String> rounds = new ArrayList<>();
    private final List<String> after = new ArrayList<>();

    VectorBody(Source source, CountedLoop loop, String lane, int lanes) {
        this.source = source;
        this.loop = loop;
        this.lane = lane;
        this.lanes = lanes;
        this.types = Types.around(source, loop.node());
        elements.add(lane);
    }

    /** Returns the bytes of an element; 0 if it is none that vectors are made of. */
    static int sizeOf(String element) {
        return SIZES.getOrDefault(element, 0);
    }

    /** Adds one more round; returns whether that is possible. */
    boolean add(int way) {
        temporaries.clear();
        return loop.statements().stream().allMatch(statement -> add(statement, way));
    }

    List<String> typedefs() {
        return elements.stream()
                .map(element -> "typedef " + element + " " + vector(element) + " __attribute__((vector_size("
                        + lanes * sizeOf(element) + "), aligned(" + sizeOf(element) + "), may_alias));")
                .toList();
    }

    List<String> before() {
        return before;
    }

    List<String> rounds() {
        return rounds;
    }

    List<String> after() {
        return after;
    }

    private boolean add(Node statement, int way) {
        var reduction = Reduction.of(source, statement);
        if (reduction != null && types.isScalar(reduction.total())) {
            return addReduction(reduction, way);
        }
        if (statement.is("declaration") && statement.named().size() == 2) {
            var declared = statement.named().getLast();
            var value = declared.child("value");
            var text = value == null || !lane.equals(source.text(statement, "type")) ? null : expression(value, way);
            if (text == null) {
                return false;
            }
            var name = source.text(declared, "declarator");
            temporaries.put(name, name + "_v" + way);
            rounds.add("const " + vector(lane) + " " + name + "_v" + way + " = " + widened(text) + ";");
            return true;
        }
        return statement.is("expression_statement")
                && statement.named().size() == 1
                && addStore(statement.named().getFirst(), way);
    }

    private boolean addReduction(Reduction reduction, int way) {
        var type = types.of(reduction.total());
        var value = expression(reduction.value(), way);
        if (value == null || type == null || !type.element().equals(lane)) {
            return false;
        }
        var total = reduction.total() + "_v" + way;
        var vector = vector(lane);
        before.add(vector + " " + total + " = (" + vector + "){} + (" + lane + ")(" + reduction.identity() + ");");
        if (reduction.isExtremum()) {
            var next = "next_" + total;
            var better = "better_" + total;
            rounds.add("const " + vector + " " + next + " = " + value + ";");
            rounds.add("const __auto_type " + better + " = " + next + " " + reduction.operator() + " " + total + ";");
            rounds.add(total + " = (" + vector + ")((" + better + " & (__typeof__(" + better + "))" + next + ") | (~"
                    + better + " & (__typeof__(" + better + "))" + total + "));");
        } else {
            rounds.add(total + " " + reduction.operator() + "= " + value + ";");
        }
        after.add("for (int lane = 0; lane < " + lanes + "; lane++) "
                + reduction.fold(reduction.total(), total + "[lane]"));
        return true;
    }

    private boolean addStore(Node assignment, int way) {
        var left = assignment.child("left");
        var right = assignment.child("right");
        if (!assignment.is("assignment_expression") || left == null || right == null) {
            return false;
        }
        var place = left.is("subscript_expression") ? place(left, way) : null;
        var value = expression(right, way);
        if (place == null || value == null) {
            return false;
        }
        var operator = source.text(assignment, "operator");
        boolean sameType = elementOf(left).equals(lane);
        if (!sameType && !operator.equals("=")) {
            return false;
        }
        var stored = sameType ? widened(value) : converted(widened(value), elementOf(left));
        rounds.add("*(" + vector(elementOf(left)) + " *)&" + place + " " + operator + " " + stored + ";");
        return true;
    }

    /** Returns an expression on vectors, or on scalars that are the same in all lanes; null if there is none. */
    private @Nullable String expression(Node node, int way) {
        return switch (node.kind()) {
            case "number_literal" -> "(" + lane + ")" + source.text(node);
            case "identifier" -> name(source.text(node));
            case "parenthesized_expression" ->
                wrapped("(", expression(node.named().getFirst(), way), ")");
            case "cast_expression" -> {
                var value = node.child("value");
                boolean toLane = source.text(node, "type").equals(lane);
                yield toLane && value != null ? wrapped("(", expression(value, way), ")") : null;
            }
            case "unary_expression" -> {
                var argument = node.child("argument");
                var operator = source.text(node, "operator");
                yield argument != null && (operator.equals("-") || operator.equals("~"))
                        ? wrapped(operator, expression(argument, way), "")
                        : null;
            }
            case "binary_expression" -> {
                var left = node.child("left");
                var right = node.child("right");
                var operator = source.text(node, "operator");
                var first = left == null ? null : expression(left, way);
                var second = right == null ? null : expression(right, way);
                yield first != null && second != null && OPERATORS.contains(operator)
                        ? first + " " + operator + " " + second
                        : null;
            }
            case "subscript_expression" -> element(node, way);
            default -> null;
        };
    }

    private @Nullable String name(String name) {
        var temporary = temporaries.get(name);
        if (temporary != null) {
            return temporary;
        }
        return types.isScalar(name) && !name.equals(loop.variable()) && !isAssigned(name)
                ? "(" + lane + ")" + name
                : null;
    }

    private @Nullable String element(Node node, int way) {
        var index = node.child("index");
        if (index == null || sizeOf(elementOf(node)) == 0) {
            return null;
        }
        boolean moves =
                index.all("identifier").anyMatch(name -> source.text(name).equals(loop.variable()));
        if (!moves) {
            return "(" + lane + ")" + source.text(node);
        }
        var place = place(node, way);
        if (place == null) {
            return null;
        }
        var element = elementOf(node);
        var loaded = "*(const " + vector(element) + " *)&" + place;
        return element.equals(lane) ? loaded : converted(loaded, lane);
    }

    /** Returns the first element of a round's vector; null if consecutive rounds do not touch consecutive elements. */
    private @Nullable String place(Node subscript, int way) {
        var index = subscript.child("index");
        var array = subscript.child("argument");
        var type = array == null ? null : types.of(source.text(array));
        if (index == null || type == null || type.depth() != 1 || !isUnitStride(index)) {
            return null;
        }
        elements.add(type.element());
        var at = way == 0 ? loop.variable() : "(" + loop.variable() + " + " + way * lanes + ")";
        return source.substituted(subscript, Map.of(loop.variable(), at));
    }

    private boolean isUnitStride(Node index) {
        if (index.is("identifier")) {
            return source.text(index).equals(loop.variable());
        }
        if (index.is("parenthesized_expression")) {
            return isUnitStride(index.named().getFirst());
        }
        var left = index.child("left");
        var right = index.child("right");
        if (!index.is("binary_expression") || left == null || right == null) {
            return false;
        }
        var operator = source.text(index, "operator");
        return (operator.equals("+") && isUnitStride(right) && isFixed(left))
                || ((operator.equals("+") || operator.equals("-")) && isUnitStride(left) && isFixed(right));
    }

    private boolean isFixed(Node node) {
        return node.all("identifier")
                .map(source::text)
                .noneMatch(name -> name.equals(loop.variable()) || isAssigned(name));
    }

    private boolean isAssigned(String name) {
        return loop.body()
                .all("assignment_expression", "update_expression", "init_declarator")
                .anyMatch(node -> source.text(
                                node,
                                node.is("update_expression")
                                        ? "argument"
                                        : node.is("init_declarator") ? "declarator" : "left")
                        .equals(name));
    }

    private String elementOf(Node subscript) {
        var type = types.of(source.text(subscript, "argument"));
        return type == null ? "" : type.element();
    }

    private String widened(String value) {
        return "(" + vector(lane) + "){} + (" + value + ")";
    }

    private String converted(String vector, String element) {
        return "__builtin_convertvector(" + vector + ", " + vector(element) + ")";
    }

    private String vector(String element) {
        return element.replace(' ', '_') + "x" + lanes;
    }

    private static @Nullable String wrapped(String before, @Nullable String text, String after) {
        return text == null ? null : before + text + after;
    }
}
