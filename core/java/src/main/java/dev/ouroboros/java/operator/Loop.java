package dev.ouroboros.java.operator;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A loop that counts up by one: {@code for (int i = from; i < to; i++)}.
 *
 * @param inclusive whether it is {@code i <= to}
 */
record Loop(ForStmt statement, String type, String variable, Expression from, Expression to, boolean inclusive) {

    /** Returns the loops of a source that count, outer ones first. */
    static Stream<Loop> all(Source source) {
        return source.all(ForStmt.class).stream().flatMap(each -> Stream.ofNullable(of(each)));
    }

    static @Nullable Loop of(Statement statement) {
        if (!(statement instanceof ForStmt loop)
                || loop.getInitialization().size() != 1
                || loop.getUpdate().size() != 1
                || loop.getParentNode().filter(LabeledStmt.class::isInstance).isPresent()
                || !(loop.getInitialization().get(0) instanceof VariableDeclarationExpr declaration)
                || declaration.getVariables().size() != 1
                || !(loop.getCompare().orElse(null) instanceof BinaryExpr compare)) {
            return null;
        }
        var declared = declaration.getVariable(0);
        String name = declared.getNameAsString();
        boolean less = compare.getOperator() == BinaryExpr.Operator.LESS;
        boolean lessEquals = compare.getOperator() == BinaryExpr.Operator.LESS_EQUALS;
        boolean counts = loop.getUpdate().get(0) instanceof UnaryExpr update
                && (update.getOperator() == UnaryExpr.Operator.POSTFIX_INCREMENT
                        || update.getOperator() == UnaryExpr.Operator.PREFIX_INCREMENT)
                && update.getExpression().toString().equals(name);
        return counts
                        && (less || lessEquals)
                        && compare.getLeft().toString().equals(name)
                        && declared.getInitializer().isPresent()
                        && !Source.changed(loop.getBody()).contains(name)
                ? new Loop(
                        loop,
                        declared.getTypeAsString(),
                        name,
                        declared.getInitializer().get(),
                        compare.getRight(),
                        lessEquals)
                : null;
    }

    Statement body() {
        return statement.getBody();
    }

    /** Returns the statements of its body. */
    List<Statement> statements() {
        return body() instanceof BlockStmt block ? List.copyOf(block.getStatements()) : List.of(body());
    }

    /** Returns the one statement of its body, or null if it has several. */
    @Nullable
    Statement only() {
        return statements().size() == 1 ? statements().getFirst() : null;
    }

    /** Returns what stands between the parentheses. */
    String header(Source source) {
        return source.text(statement.getInitialization().get(0)) + "; "
                + source.text(statement.getCompare().orElseThrow()) + "; "
                + source.text(statement.getUpdate().get(0));
    }

    /** Returns {@code <} or {@code <=}. */
    String less() {
        return inclusive ? "<=" : "<";
    }

    /** Returns whether control may leave the body but by its end. */
    boolean leaves() {
        return !body().findAll(BreakStmt.class).isEmpty()
                || !body().findAll(ContinueStmt.class).isEmpty();
    }
}
