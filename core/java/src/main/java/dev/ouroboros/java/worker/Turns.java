package dev.ouroboros.java.worker;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** What is said in one turn of several plays, as bytes: there are thousands of turns. */
public final class Turns {
    private static final int MOST_COORDINATES = 1000;
    private static final int MOST_PLAYS = 100_000;

    private Turns() {}

    /**
     * What the last choice of a play gave.
     *
     * @param play number of the play among those that were dealt
     * @param logGain natural logarithm of its gain over the first valid choice; NaN if it failed, and before the first choice
     * @param seconds that it took; NaN before the first choice
     */
    public record Told(int play, double logGain, double seconds) {}

    /** Where a play goes next: the number of the value on each axis; nowhere if empty. */
    public record Chosen(int play, List<Integer> indexes) {
        public Chosen {
            indexes = List.copyOf(indexes);
        }
    }

    /** Packs what the plays are told. */
    public static byte[] told(List<Told> all) {
        return bytes(out -> {
            out.writeInt(all.size());
            for (Told told : all) {
                out.writeInt(told.play());
                out.writeDouble(told.logGain());
                out.writeDouble(told.seconds());
            }
        });
    }

    /** Unpacks what {@link #told(List)} packed. */
    public static List<Told> told(byte[] bytes) {
        return list(bytes, in -> new Told(in.readInt(), in.readDouble(), in.readDouble()));
    }

    /** Packs what the plays choose. */
    public static byte[] chosen(List<Chosen> all) {
        return bytes(out -> {
            out.writeInt(all.size());
            for (Chosen chosen : all) {
                out.writeInt(chosen.play());
                out.writeInt(chosen.indexes().size());
                for (int index : chosen.indexes()) {
                    out.writeInt(index);
                }
            }
        });
    }

    /**
     * Unpacks what {@link #chosen(List)} packed.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static List<Chosen> chosen(byte[] bytes) {
        return list(bytes, in -> {
            int play = in.readInt();
            int size = within(in.readInt(), MOST_COORDINATES);
            List<Integer> indexes = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                indexes.add(in.readInt());
            }
            return new Chosen(play, indexes);
        });
    }

    @FunctionalInterface
    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    @FunctionalInterface
    private interface Reading<T> {
        T from(DataInputStream in) throws IOException;
    }

    private static byte[] bytes(Writing writing) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static <T> List<T> list(byte[] bytes, Reading<T> reading) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int size = within(in.readInt(), MOST_PLAYS);
            List<T> all = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                all.add(reading.from(in));
            }
            return List.copyOf(all);
        } catch (IOException e) {
            throw new IllegalArgumentException("what is no turn", e);
        }
    }

    private static int within(int number, int most) throws IOException {
        if (number < 0 || number > most) {
            throw new IOException(number + " of at most " + most);
        }
        return number;
    }
}
