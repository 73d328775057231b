import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps the values that were used last. */
final class LruCache {
    private final int capacity;
    private final Map<Integer, Integer> values = new HashMap<>();
    private final List<Integer> order = new ArrayList<>();

    LruCache(int capacity) {
        this.capacity = capacity;
    }

    /** Returns the value of a key, or -1 if it is not kept. */
    int get(int key) {
        if (!values.containsKey(key)) {
            return -1;
        }
        order.remove(Integer.valueOf(key));
        order.add(key);
        return values.get(key);
    }

    /** Keeps a value, in the place of the one that was not used for longest if there are too many. */
    void put(int key, int value) {
        if (values.containsKey(key)) {
            order.remove(Integer.valueOf(key));
        } else if (order.size() == capacity) {
            int oldest = order.get(0);
            order.remove(0);
            values.remove(oldest);
        }
        order.add(key);
        values.put(key, value);
    }
}
