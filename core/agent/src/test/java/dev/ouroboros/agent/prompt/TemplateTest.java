package dev.ouroboros.agent.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {
    @Test
    void aTemplateDoesNotReadWhatItIsFilledWith() {
        var template = new Template("t", "{{one}} {{two}}");
        assertEquals("{{two}} $1", template.fill(Map.of("one", "{{two}}", "two", "$1")));
    }
}
