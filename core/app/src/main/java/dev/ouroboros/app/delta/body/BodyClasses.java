package dev.ouroboros.app.delta.body;

import java.util.Map;

/** The classes of a body: its own and those of the platform, and {@link Fuel}. */
final class BodyClasses extends ClassLoader {
    private final Map<String, byte[]> files;

    BodyClasses(Map<String, byte[]> files) {
        super(ClassLoader.getPlatformClassLoader());
        this.files = files;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (name.equals(Fuel.class.getName())) {
            return Fuel.class;
        }
        var bytes = files.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }
}
