package dev.ouroboros.app.report;

import static dev.ouroboros.app.report.Tag.tag;

import dev.ouroboros.engine.artifact.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/** The frame of the file: style and script inside, and a policy that lets nothing else run or load. */
final class Page {
    private Page() {}

    static String of(String title, List<Markup> body) {
        var style = resource("report.css");
        var script = resource("report.js");
        var policy =
                "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none';"
                        + " script-src 'sha256-" + sha256(script) + "'";
        return "<!DOCTYPE html>\n"
                + tag("html", "lang", "en")
                        .holding(
                                tag("head")
                                        .holding(
                                                tag("meta", "charset", "utf-8").alone(),
                                                tag("meta", "http-equiv", "Content-Security-Policy", "content", policy)
                                                        .alone(),
                                                tag("meta", "name", "viewport", "content", "width=device-width")
                                                        .alone(),
                                                tag("meta", "name", "color-scheme", "content", "light dark")
                                                        .alone(),
                                                tag("link", "rel", "icon", "href", "data:,")
                                                        .alone(),
                                                tag("title").text(title),
                                                tag("style").holding(new Markup(style))),
                                tag("body")
                                        .holding(
                                                tag("main").holding(body),
                                                tag("div", "class", "tip", "hidden", "")
                                                        .holding(),
                                                tag("script").holding(new Markup(script))))
                        .html()
                + "\n";
    }

    private static String sha256(String text) {
        return Base64.getEncoder().encodeToString(Digest.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Page.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name + " from the application's jar", e);
        }
    }
}
