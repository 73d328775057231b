package dev.ouroboros.cfamily.operator;

import dev.ouroboros.cfamily.syntax.Edit;
import dev.ouroboros.cfamily.syntax.Node;
import dev.ouroboros.cfamily.syntax.Source;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns a branch that assigns into a selection: {@code if (c) x = a; else x = b;} into {@code x = c ? a : b;}. */
final class Select implements Rewrite {

    @Override
    public List<List<Edit>> of(Source source) {
        return source.root()
                .all("if_statement")
                .filter(Node::sound)
                .flatMap(branch -> Stream.ofNullable(selected(source, branch)))
                .map(List::of)
                .toList();
    }

    private static @Nullable Edit selected(Source source, Node branch) {
        var condition = branch.child("condition");
        var then = assignment(branch.child("consequence"));
        var other = branch.child("alternative");
        if (condition == null || then == null || !source.text(then, "operator").equals("=")) {
            return null;
        }
        var target = source.text(then, "left");
        var otherwise = target;
        if (other != null) {
            var second =
                    assignment(other.named().isEmpty() ? null : other.named().getFirst());
            if (second == null
                    || !source.text(second, "left").equals(target)
                    || !source.text(second, "operator").equals("=")) {
                return null;
            }
            otherwise = source.text(second, "right");
        }
        return Edit.replace(
                branch,
                target + " = " + source.text(condition) + " ? (" + source.text(then, "right") + ") : (" + otherwise
                        + ");");
    }

    private static @Nullable Node assignment(@Nullable Node statement) {
        var only = statement != null
                        && statement.is("compound_statement")
                        && statement.named().size() == 1
                ? statement.named().getFirst()
                : statement;
        if (only == null || !only.is("expression_statement") || only.named().size() != 1) {
            return null;
        }
        var expression = only.named().getFirst();
        return expression.is("assignment_expression") ? expression : null;
    }
}
