package dev.ouroboros.sim;

/** A design, compiled to a shared library that the harness loads. */
final class Model {
    private final Layout layout;
    private final byte[] library;

    Model(Layout layout, byte[] library) {
        this.layout = layout;
        this.library = library.clone();
    }

    Layout layout() {
        return layout;
    }

    byte[] library() {
        return library.clone();
    }
}
