package dev.ouroboros.java.operator;

import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.WhileStmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Small changes anywhere, most of them wrong: what genetic improvement tries. */
final class Small {
    private static final Map<BinaryExpr.Operator, List<String>> OTHERS = Map.ofEntries(
            Map.entry(BinaryExpr.Operator.LESS, List.of("<=", "!=")),
            Map.entry(BinaryExpr.Operator.LESS_EQUALS, List.of("<")),
            Map.entry(BinaryExpr.Operator.GREATER, List.of(">=", "!=")),
            Map.entry(BinaryExpr.Operator.GREATER_EQUALS, List.of(">")),
            Map.entry(BinaryExpr.Operator.AND, List.of("&")),
            Map.entry(BinaryExpr.Operator.OR, List.of("|")),
            Map.entry(BinaryExpr.Operator.PLUS, List.of("-")),
            Map.entry(BinaryExpr.Operator.MINUS, List.of("+")),
            Map.entry(BinaryExpr.Operator.DIVIDE, List.of(">>")),
            Map.entry(BinaryExpr.Operator.REMAINDER, List.of("&")));

    private Small() {}

    static List<List<Edit>> constants(Source source) {
        List<List<Edit>> all = new ArrayList<>();
        for (IntegerLiteralExpr literal : source.all(IntegerLiteralExpr.class)) {
            if (literal.asNumber() instanceof Integer value) {
                for (int other : new int[] {value + 1, value - 1, value * 2, value / 2}) {
                    if (other != value) {
                        all.add(List.of(source.replace(literal, String.valueOf(other))));
                    }
                }
            }
        }
        return all;
    }

    static List<List<Edit>> operators(Source source) {
        List<List<Edit>> all = new ArrayList<>();
        for (BinaryExpr binary : source.all(BinaryExpr.class)) {
            for (String other : OTHERS.getOrDefault(binary.getOperator(), List.of())) {
                int from = source.end(binary.getLeft());
                int at = source.text().indexOf(binary.getOperator().asString(), from);
                all.add(List.of(
                        new Edit(at, at + binary.getOperator().asString().length(), other)));
            }
        }
        return all;
    }

    /** Asks in another order, the other way round, or not at all. */
    static List<List<Edit>> conditions(Source source) {
        List<List<Edit>> all = new ArrayList<>();
        for (BinaryExpr binary : source.all(BinaryExpr.class)) {
            if (binary.getOperator() == BinaryExpr.Operator.AND || binary.getOperator() == BinaryExpr.Operator.OR) {
                all.add(exchange(source, binary.getLeft(), binary.getRight()));
                all.add(List.of(source.replace(binary, source.text(binary.getLeft()))));
                all.add(List.of(source.replace(binary, source.text(binary.getRight()))));
            }
        }
        for (IfStmt choice : source.all(IfStmt.class)) {
            String condition = source.text(choice.getCondition());
            choice.getElseStmt().ifPresent(other -> {
                List<Edit> swapped = new ArrayList<>(exchange(source, choice.getThenStmt(), other));
                swapped.add(source.replace(choice.getCondition(), "!(" + condition + ")"));
                if (!(other instanceof IfStmt)) {
                    all.add(swapped);
                }
                all.add(List.of(source.replace(choice, source.text(other))));
            });
            all.add(List.of(source.replace(choice, source.text(choice.getThenStmt()))));
        }
        return all;
    }

    private static List<Edit> exchange(
            Source source, com.github.javaparser.ast.Node one, com.github.javaparser.ast.Node other) {
        return List.of(source.replace(one, source.text(other)), source.replace(other, source.text(one)));
    }

    static List<List<Edit>> delete(Source source) {
        return movable(source)
                .filter(statement -> !(statement instanceof ExpressionStmt declares
                        && declares.getExpression() instanceof VariableDeclarationExpr))
                .map(statement -> List.of(source.replace(statement, "")))
                .toList();
    }

    static List<List<Edit>> copy(Source source) {
        return movable(source)
                .filter(statement -> statement instanceof ExpressionStmt copied
                        && !(copied.getExpression() instanceof VariableDeclarationExpr))
                .map(statement -> List.of(Edit.insert(source.end(statement), "\n" + source.text(statement))))
                .toList();
    }

    static List<List<Edit>> swap(Source source) {
        return source.all(BlockStmt.class).stream()
                .flatMap(block -> Stream.iterate(
                                1, i -> i < block.getStatements().size(), i -> i + 1)
                        .map(i -> exchange(source, block.getStatement(i - 1), block.getStatement(i))))
                .toList();
    }

    private static Stream<Statement> movable(Source source) {
        return source.all(BlockStmt.class).stream().flatMap(block -> block.getStatements().stream());
    }

    /** Leaves a loop once something was found. */
    static List<List<Edit>> exit(Source source) {
        List<List<Edit>> all = new ArrayList<>();
        for (IfStmt choice : source.all(IfStmt.class)) {
            boolean looped = Source.isWithin(
                    choice,
                    node -> node instanceof ForStmt
                            || node instanceof WhileStmt
                            || node instanceof ForEachStmt
                            || node instanceof DoStmt);
            if (looped && choice.getThenStmt() instanceof BlockStmt block) {
                all.add(List.of(Edit.insert(source.end(block) - 1, "break;\n")));
                all.add(List.of(Edit.insert(source.end(block) - 1, "continue;\n")));
            }
        }
        return all;
    }

    /** Chooses between values instead of ways: {@code x = c ? a : b}, {@code Math.min}; and the other way round. */
    static List<List<Edit>> select(Source source) {
        List<List<Edit>> all = new ArrayList<>();
        for (IfStmt choice : source.all(IfStmt.class)) {
            AssignExpr then = assignment(choice.getThenStmt());
            AssignExpr other = choice.getElseStmt().map(Small::assignment).orElse(null);
            if (then != null
                    && then.getOperator() == AssignExpr.Operator.ASSIGN
                    && (choice.getElseStmt().isEmpty() || other != null)) {
                String target = source.text(then.getTarget());
                String otherwise = other == null ? target : source.text(other.getValue());
                if (other == null || source.text(other.getTarget()).equals(target)) {
                    all.add(List.of(source.replace(
                            choice,
                            target + " = " + source.text(choice.getCondition()) + " ? " + source.text(then.getValue())
                                    + " : " + otherwise + ";")));
                }
            }
        }
        for (MethodCallExpr call : source.all(MethodCallExpr.class)) {
            String name = call.toString();
            if ((name.startsWith("Math.min(") || name.startsWith("Math.max(")) && isPlain(call)) {
                String one = source.text(call.getArgument(0));
                String two = source.text(call.getArgument(1));
                String less = name.startsWith("Math.min(") ? " < " : " > ";
                all.add(List.of(source.replace(call, "(" + one + less + two + " ? " + one + " : " + two + ")")));
            }
        }
        for (ConditionalExpr choice : source.all(ConditionalExpr.class)) {
            if (choice.getCondition() instanceof BinaryExpr compare
                    && choice.getThenExpr().toString().equals(compare.getLeft().toString())
                    && choice.getElseExpr().toString().equals(compare.getRight().toString())) {
                String name = compare.getOperator().asString().startsWith("<") ? "min" : "max";
                all.add(List.of(source.replace(
                        choice,
                        "Math." + name + "(" + source.text(compare.getLeft()) + ", " + source.text(compare.getRight())
                                + ")")));
            }
        }
        return all;
    }

    private static boolean isPlain(MethodCallExpr call) {
        return call.getArguments().size() == 2
                && call.getArguments().stream()
                        .noneMatch(argument -> argument.isMethodCallExpr() || argument instanceof AssignExpr);
    }

    private static @Nullable AssignExpr assignment(Statement statement) {
        Statement only =
                statement instanceof BlockStmt block && block.getStatements().size() == 1
                        ? block.getStatement(0)
                        : statement;
        Expression expression = LoopOrder.expression(only);
        return expression instanceof AssignExpr assign ? assign : null;
    }
}
