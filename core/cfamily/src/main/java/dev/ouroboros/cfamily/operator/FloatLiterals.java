package dev.ouroboros.cfamily.operator;

import dev.ouroboros.cfamily.syntax.Edit;
import dev.ouroboros.cfamily.syntax.Node;
import dev.ouroboros.cfamily.syntax.Source;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Makes a function that works on floats stay with floats: its literals, and the functions of libm it calls. */
final class FloatLiterals implements Rewrite {
    private static final Pattern DOUBLE = Pattern.compile("(\\d+\\.\\d*|\\.\\d+|\\d+(?=[eE]))([eE][+-]?\\d+)?");
    private static final Set<String> LIBM = Set.of(
            "exp", "exp2", "log", "log2", "sqrt", "pow", "sin", "cos", "tan", "tanh", "fabs", "fmax", "fmin", "floor",
            "ceil", "fma");

    @Override
    public List<List<Edit>> of(Source source) {
        return source.root()
                .all("function_definition")
                .filter(function -> source.text(function).contains("float"))
                .map(function -> Stream.concat(literals(source, function), calls(source, function))
                        .toList())
                .filter(edits -> !edits.isEmpty())
                .toList();
    }

    private static Stream<Edit> literals(Source source, Node function) {
        return function.all("number_literal")
                .filter(literal -> DOUBLE.matcher(source.text(literal)).matches())
                .map(literal -> Edit.insert(literal.end(), "f"));
    }

    private static Stream<Edit> calls(Source source, Node function) {
        return source.dialect().hasLibm()
                ? function.all("call_expression")
                        .flatMap(call -> Stream.ofNullable(call.child("function")))
                        .filter(called -> LIBM.contains(source.text(called)))
                        .map(called -> Edit.insert(called.end(), "f"))
                : Stream.of();
    }
}
