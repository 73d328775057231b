package dev.ouroboros.agent.novelty;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.util.List;
import org.junit.jupiter.api.Test;

class MiniLmTest {
    @Test
    void oneThreadEmbedsAsTheLibraryDoes() {
        var text = "for (int i = 0; i < n; i++) c[i] = a[i] * 3 + b[i];";
        var theirs = new AllMiniLmL6V2QuantizedEmbeddingModel(Runnable::run).embed(text);
        assertArrayEquals(
                theirs.content().vector(),
                new MiniLm().embed(List.of(text, "another")).getFirst(),
                1e-4F);
    }
}
