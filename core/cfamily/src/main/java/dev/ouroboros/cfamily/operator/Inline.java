package dev.ouroboros.cfamily.operator;

import dev.ouroboros.cfamily.syntax.Edit;
import dev.ouroboros.cfamily.syntax.Node;
import dev.ouroboros.cfamily.syntax.Source;
import java.util.List;

/** Has a function that only this file sees put into its callers, or kept out of them. */
final class Inline implements Rewrite {
    private static final List<String> WISHES =
            List.of("__attribute__((always_inline)) inline ", "__attribute__((noinline)) ");

    @Override
    public List<List<Edit>> of(Source source) {
        return source.root()
                .all("function_definition")
                .filter(Node::sound)
                .filter(function ->
                        isStatic(source, function) && !source.text(function).contains("inline"))
                .flatMap(function -> WISHES.stream().map(wish -> List.of(Edit.insert(function.start(), wish))))
                .toList();
    }

    /** Whether only its own file sees a function. */
    static boolean isStatic(Source source, Node function) {
        return function.named().stream()
                .anyMatch(child -> child.is("storage_class_specifier")
                        && source.text(child).equals("static"));
    }
}
