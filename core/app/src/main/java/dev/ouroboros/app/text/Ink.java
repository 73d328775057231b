package dev.ouroboros.app.text;

/** Whether words are coloured: on a terminal, never in a file or pipe (ECMA-48, SGR). */
public enum Ink {
    PLAIN,
    COLOUR;

    /** Returns colours for a person at a terminal who has not said otherwise (no-color.org), and none for anybody else. */
    // Null all the same where the console is java.base's own and not redirected to a terminal.
    @SuppressWarnings("SystemConsoleNull")
    public static Ink forStandardOutput() {
        var console = System.console();
        return console != null && console.isTerminal() && System.getenv("NO_COLOR") == null ? COLOUR : PLAIN;
    }

    /** Returns what is good news. */
    public String good(String text) {
        return paint("32", text);
    }

    /** Returns what is bad news. */
    public String bad(String text) {
        return paint("31", text);
    }

    /** Returns what matters most. */
    public String strong(String text) {
        return paint("1", text);
    }

    /** Returns what matters least. */
    public String soft(String text) {
        return paint("2", text);
    }

    private String paint(String code, String text) {
        return this == PLAIN ? text : "\u001B[" + code + "m" + text + "\u001B[0m";
    }
}
