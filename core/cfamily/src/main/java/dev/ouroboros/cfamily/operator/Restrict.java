package dev.ouroboros.cfamily.operator;

import dev.ouroboros.cfamily.syntax.Edit;
import dev.ouroboros.cfamily.syntax.Node;
import dev.ouroboros.cfamily.syntax.Source;
import java.util.List;

/** Says of all pointers that a function is given that nothing else leads to what they point to. */
final class Restrict implements Rewrite {

    @Override
    public List<List<Edit>> of(Source source) {
        return source.root()
                .all("function_definition")
                .map(function -> edits(source, function))
                .filter(edits -> !edits.isEmpty())
                .toList();
    }

    private static List<Edit> edits(Source source, Node function) {
        var declarator = function.child("declarator");
        return declarator == null
                ? List.of()
                : declarator
                        .all("parameter_declaration")
                        .filter(Node::sound)
                        .flatMap(parameter -> parameter.named().stream())
                        .filter(child -> child.is("pointer_declarator")
                                && !source.text(child).contains("restrict"))
                        .map(pointer -> Edit.insert(pointer.start() + 1, "restrict "))
                        .toList();
    }
}
