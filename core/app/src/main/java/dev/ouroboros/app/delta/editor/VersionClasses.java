package dev.ouroboros.app.delta.editor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;

/** The classes of a version, and among them those of this package: the only ones of ours that it meets. */
final class VersionClasses extends URLClassLoader {
    private static final String HERE = VersionClasses.class.getPackageName() + ".";

    VersionClasses(URL[] version) {
        super(version, ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (!name.startsWith(HERE)) {
            return super.findClass(name);
        }
        try (var file = VersionClasses.class.getResourceAsStream(name.substring(HERE.length()) + ".class")) {
            if (file == null) {
                throw new ClassNotFoundException(name);
            }
            var bytes = file.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
