package dev.ouroboros.agent.prompt;

/** A guess at numbers of tokens where no tokenizer is at hand: rather too many than too few. */
public final class Tokens {
    /** Code has about three to four characters a token with today's tokenizers. */
    private static final double CHARACTERS = 3;

    private Tokens() {}

    /** Returns about how many tokens a text of so many characters has. */
    public static int of(int characters) {
        return (int) Math.ceil(characters / CHARACTERS);
    }

    /** Returns about how many tokens the text has. */
    public static int of(String text) {
        return of(text.length());
    }

    static int characters(int tokens) {
        return (int) (tokens * CHARACTERS);
    }
}
