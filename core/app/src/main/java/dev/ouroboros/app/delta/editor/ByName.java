package dev.ouroboros.app.delta.editor;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;

/** Makes records whose components have come and gone from version to version. */
final class ByName {
    private ByName() {}

    /**
     * Makes a record.
     *
     * @param known what there is for components of that name; more than the record has
     * @throws IllegalStateException if it has a component that is not among them
     */
    static <R extends Record> R make(Class<R> type, Map<String, Object> known) {
        var components = type.getRecordComponents();
        var values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            if (!known.containsKey(components[i].getName())) {
                throw new IllegalStateException("this version's " + type.getSimpleName() + " has '"
                        + components[i].getName() + "', of which this program does not know what it is");
            }
            values[i] = known.get(components[i].getName());
        }
        try {
            return type.getConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new))
                    .newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("the version failed in " + type.getSimpleName(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
