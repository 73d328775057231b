package dev.ouroboros.app.browser;

import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** A page in the browser, with all that it complained about. */
public final class BrowserPage {
    private static final int HEIGHT = 900;
    private static final long PATIENCE_SECONDS = 60;

    private final DevTools tools;
    private final String session;
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> loaded = new CompletableFuture<>();

    private BrowserPage(DevTools tools, String session) {
        this.tools = tools;
        this.session = session;
    }

    static BrowserPage open(DevTools tools, String session, URI address, int width, boolean dark) {
        var page = new BrowserPage(tools, session);
        tools.listen(page::hear);
        page.call("Page.enable", Map.of());
        page.call("Runtime.enable", Map.of());
        page.call("Log.enable", Map.of());
        page.call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", HEIGHT, "deviceScaleFactor", 1, "mobile", width < 600));
        page.call(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
        page.call("Page.navigate", Map.of("url", address.toString()));
        page.loaded.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        return page;
    }

    /** Returns every console message, exception and browser log entry so far. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Returns the value of a JavaScript expression. */
    public JsonNode evaluate(String expression) {
        var answer = call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true));
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(expression + " threw " + answer.get("exceptionDetails"));
        }
        return answer.get("result").get("value");
    }

    /** Returns a picture of the whole page as PNG. */
    public byte[] screenshot() {
        var size = call("Page.getLayoutMetrics", Map.of()).get("cssContentSize");
        var answer = call(
                "Page.captureScreenshot",
                Map.of(
                        "format",
                        "png",
                        "captureBeyondViewport",
                        true,
                        "clip",
                        Map.of(
                                "x",
                                0,
                                "y",
                                0,
                                "width",
                                size.get("width").doubleValue(),
                                "height",
                                size.get("height").doubleValue(),
                                "scale",
                                1)));
        return Base64.getDecoder().decode(answer.get("data").stringValue());
    }

    private JsonNode call(String method, Map<String, ?> parameters) {
        return tools.call(session, method, parameters);
    }

    private void hear(JsonNode event) {
        if (event.path("sessionId").asString("").equals(session)) {
            switch (event.get("method").stringValue()) {
                case "Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded" ->
                    complaints.add(event.get("params").toString());
                case "Page.loadEventFired" -> loaded.complete(null);
                default -> {}
            }
        }
    }
}
