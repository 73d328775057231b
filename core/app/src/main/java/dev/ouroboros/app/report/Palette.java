package dev.ouroboros.app.report;

import dev.ouroboros.engine.propose.Credit;

/** Names of the colours of {@code report.css}, so that a thing has one colour in all charts. */
final class Palette {
    private Palette() {}

    /** Returns the colour of a fate by its label: {@code accepted} or a reason's. */
    static String fate(String label) {
        return "var(--fate-" + label + ")";
    }

    static String credit(Credit credit) {
        return "var(--credit-" + credit.label() + ")";
    }
}
