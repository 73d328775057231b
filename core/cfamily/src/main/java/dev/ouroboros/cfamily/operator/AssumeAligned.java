package dev.ouroboros.cfamily.operator;

import dev.ouroboros.cfamily.syntax.Edit;
import dev.ouroboros.cfamily.syntax.Node;
import dev.ouroboros.cfamily.syntax.Source;
import java.util.List;
import java.util.stream.Collectors;

/** Tells the compiler what the host guarantees: that the buffers a kernel is given begin at multiples of 64 bytes. */
final class AssumeAligned implements Rewrite {
    private static final String CALL = "__builtin_assume_aligned";

    @Override
    public List<List<Edit>> of(Source source) {
        return source.root()
                .all("function_definition")
                .filter(function -> function.sound() && !Inline.isStatic(source, function))
                .filter(function -> !source.text(function).contains(CALL))
                .map(function -> edits(source, function))
                .filter(edits -> !edits.isEmpty())
                .toList();
    }

    private static List<Edit> edits(Source source, Node function) {
        var declarator = function.child("declarator");
        var body = function.child("body");
        if (declarator == null || body == null) {
            return List.of();
        }
        var lines = declarator
                .all("parameter_declaration")
                .flatMap(parameter -> parameter.named().stream())
                .filter(child -> child.is("pointer_declarator"))
                .flatMap(pointer -> pointer.all("identifier"))
                .map(source::text)
                .map(name -> "\n" + Blocks.INDENT + name + " = " + CALL + "(" + name + ", 64);")
                .collect(Collectors.joining());
        return lines.isEmpty() ? List.of() : List.of(Edit.insert(body.start() + 1, lines));
    }
}
