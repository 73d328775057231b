package dev.ouroboros.cfamily.task;

/** What the elements of an input are drawn from. */
public sealed interface Generator {

    /** The default: both signs, so that sums cancel and constants are never right. */
    Generator STANDARD = new Uniform(-1, 1);

    /** Evenly in [low, high). */
    record Uniform(double low, double high) implements Generator {}

    /** The normal distribution. */
    record Normal(double mean, double deviation) implements Generator {}

    /** Whole numbers, evenly in [low, high]. */
    record Integers(long low, long high) implements Generator {}

    /** Bytes of text in UTF-8, of characters of one to four bytes; in half of the rows one byte is replaced. */
    record Utf8() implements Generator {}

    /** Both signs, magnitudes evenly in the logarithm from 2^-12 to 2^12: half precision shows at once. */
    record IllConditioned() implements Generator {}
}
