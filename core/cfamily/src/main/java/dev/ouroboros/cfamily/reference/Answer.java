package dev.ouroboros.cfamily.reference;

/** The right values of every output of one launch. Thread-safe, but for the time of being computed. */
public interface Answer {

    /** Returns all elements of an output, row-major. */
    double[] all(String output);

    /** Returns one element of an output, cheaper than all of them. */
    double at(String output, int i);

    /**
     * Returns the sum of the magnitudes of the terms that make up an element: an error relative to it is what rounding
     * can cause, whatever cancels (Higham, "Accuracy and stability of numerical algorithms", section 3.1).
     */
    double magnitude(String output, int i);
}
