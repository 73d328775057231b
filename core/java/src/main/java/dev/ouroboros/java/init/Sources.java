package dev.ouroboros.java.init;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ast.CompilationUnit;
import dev.ouroboros.engine.layer.DraftException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads files of Java. */
final class Sources {
    private Sources() {}

    static String read(Path source) throws DraftException {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new DraftException(source + " cannot be read: " + e);
        }
    }

    static CompilationUnit parse(String file, String text) throws DraftException {
        var parsed = new JavaParser(
                        new ParserConfiguration().setLanguageLevel(ParserConfiguration.LanguageLevel.BLEEDING_EDGE))
                .parse(text);
        if (!parsed.isSuccessful() || parsed.getResult().isEmpty()) {
            throw new DraftException(file + " is no Java: " + parsed.getProblems());
        }
        return parsed.getResult().get();
    }
}
