package dev.ouroboros.engine.layer;

import java.util.List;
import java.util.ServiceLoader;
import java.util.TreeSet;

/** The layers on the class path. */
public record Layers(List<Layer> all) {

    public Layers {
        all = List.copyOf(all);
    }

    /** Returns those that {@link ServiceLoader} finds. */
    public static Layers load() {
        return new Layers(ServiceLoader.load(Layer.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList());
    }

    /** Returns every module of the layer of that name, at least one unless no such layer exists. */
    public List<Layer> named(String name) {
        return all.stream().filter(layer -> layer.name().equals(name)).toList();
    }

    /** Returns the names of all layers, sorted. */
    public List<String> names() {
        var names = new TreeSet<String>();
        all.forEach(layer -> names.add(layer.name()));
        return List.copyOf(names);
    }
}
