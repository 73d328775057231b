package dev.ouroboros.hdl.syntax;

/**
 * A range of the source, in characters.
 *
 * @param start offset of the first character
 * @param end offset after the last
 */
public record Span(int start, int end) {
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("a span from " + start + " to " + end + "; expected 0 <= start <= end");
        }
    }

    /** Returns the smallest span that covers both. */
    public Span to(Span other) {
        return new Span(Math.min(start, other.start), Math.max(end, other.end));
    }

    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }

    public int length() {
        return end - start;
    }

    /** Returns the characters of {@code source} in this range. */
    public String of(String source) {
        return source.substring(start, end);
    }
}
