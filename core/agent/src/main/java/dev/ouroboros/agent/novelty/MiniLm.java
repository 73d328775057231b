package dev.ouroboros.agent.novelty;

import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import org.jspecify.annotations.Nullable;

/** all-MiniLM-L6-v2, quantized, in this process; loaded when it is first asked, which takes about a second. */
public final class MiniLm implements Embedder {
    private @Nullable AllMiniLmL6V2QuantizedEmbeddingModel model;

    @Override
    public float[] embed(String text) {
        if (model == null) {
            model = new AllMiniLmL6V2QuantizedEmbeddingModel(Runnable::run);
        }
        var embedding = model.embed(text).content();
        embedding.normalize();
        return embedding.vector();
    }
}
