package dev.ouroboros.app.report;

import static dev.ouroboros.app.report.Tag.tag;

import java.util.List;

/** Pieces that all parts of the report are made of. */
final class Section {
    private Section() {}

    /**
     * Returns a section with its heading.
     *
     * @param lead one or two sentences on how to read it
     */
    static Markup of(String id, String heading, String lead, Markup... content) {
        return tag("section", "id", id)
                .holding(
                        tag("h2").text(heading),
                        lead.isEmpty()
                                ? Markup.NOTHING
                                : tag("p", "class", "lead").text(lead),
                        Markup.join(content));
    }

    /** Returns names with values below each other. */
    static Markup facts(List<Fact> facts) {
        return tag("dl", "class", "facts")
                .holding(facts.stream()
                        .map(fact -> tag("div")
                                .holding(tag("dt").text(fact.name()), tag("dd").holding(fact.value())))
                        .toList());
    }

    /** A value with its name. */
    record Fact(String name, Markup value) {
        static Fact of(String name, String value) {
            return new Fact(name, Markup.text(value));
        }
    }

    /**
     * Returns a short word in a frame.
     *
     * @param style {@code good}, {@code bad}, {@code warn} or {@code plain}
     */
    static Markup badge(String style, String text, String tip) {
        return tag("span", "class", "badge " + style, "data-tip", tip, "tabindex", 0)
                .text(text);
    }

    /** Returns code that keeps its line breaks, and scrolls if it is wide. */
    static Markup listing(String text) {
        return tag("pre", "class", "listing", "tabindex", 0).text(text);
    }
}
