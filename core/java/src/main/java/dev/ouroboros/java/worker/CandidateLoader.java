package dev.ouroboros.java.worker;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.Map;

/**
 * Defines a candidate's classes. It sees the platform and the libraries of its task, nothing of the worker; the classes it is
 * given come before those of a library.
 */
public final class CandidateLoader extends URLClassLoader {
    private final Map<String, byte[]> classes;

    /** Of some class files by binary name. */
    public CandidateLoader(Map<String, byte[]> classes, URL[] libraries) {
        super(libraries, ClassLoader.getPlatformClassLoader());
        this.classes = classes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classes.get(name);
        return bytes == null ? super.findClass(name) : defineClass(name, bytes, 0, bytes.length);
    }
}
