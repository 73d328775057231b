package dev.ouroboros.agent.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigReaderTest {
    @ParameterizedTest
    @ValueSource(strings = {"openai", "anthropic", "gemini"})
    void anotherServerIsAskedWithoutTheKeyOfTheProvidersOwn(String provider) throws Exception {
        var own = model(provider, "");
        assertEquals(own.provider().baseUrl(), own.baseUrl());
        assertEquals(own.provider().keyVariable(), own.keyVariable());
        var other = model(provider, "base-url = \"http://localhost:1/v1\"");
        assertEquals("http://localhost:1/v1", other.baseUrl());
        assertEquals("", other.keyVariable());
        var named = model(provider, "base-url = \"http://localhost:1/v1\"\nkey-variable = \"MINE\"");
        assertEquals("MINE", named.keyVariable());
    }

    @Test
    void whatAServiceRefusesIsSaidBeforeItIsAsked() throws Exception {
        assertEquals(List.of(1.5), model("gemini", "temperatures = [1.5]").temperatures());
        assertMistake("0 to 1", "anthropic", "temperatures = [1.5]");
        assertMistake("2048", "anthropic", "efforts = [\"high\"]\nmax-output-tokens = 1000");
        assertMistake("2048", "gemini", "efforts = [\"low\"]\nmax-output-tokens = 1000");
        assertEquals(
                List.of("high"),
                model("openai", "efforts = [\"high\"]\nmax-output-tokens = 1000")
                        .efforts());
    }

    @Test
    void aKeyInTheFileIsRefused() {
        assertMistake("key-variable", "gemini", "key = \"sk-1\"");
    }

    private static void assertMistake(String expected, String provider, String lines) {
        var mistake = assertThrows(ConfigException.class, () -> model(provider, lines));
        assertTrue(String.valueOf(mistake.getMessage()).contains(expected), mistake.getMessage());
    }

    private static ModelSpec model(String provider, String lines) throws ConfigException {
        var text = "[[models]]\nname = \"m\"\nprovider = \"" + provider + "\"\nmodel = \"m\"\n" + lines;
        return ConfigReader.parse("models.toml", Path.of(""), text).models().getFirst();
    }
}
