package dev.ouroboros.agent.model;

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import org.jspecify.annotations.Nullable;

/** Reads an answer as it is written. {@link Http} calls back on the thread that asks, so nothing here is shared. */
record Streamed(StreamingChatModel model) implements LangChainModel.Chat {

    @Override
    public ChatResponse chat(ChatRequest request) {
        var whole = new Whole();
        model.chat(request, whole);
        if (whole.failure != null) {
            throw new Broken(whole.failure, whole.received);
        }
        if (whole.response == null) {
            throw new Broken(
                    new HttpFailure(ModelFailure.Kind.UNREACHABLE, "the stream ended before the answer did", null),
                    whole.received);
        }
        return whole.response;
    }

    private static final class Whole implements StreamingChatResponseHandler {
        private @Nullable ChatResponse response;
        private @Nullable Throwable failure;
        private int received;

        @Override
        public void onPartialResponse(String part) {
            received += part.length();
        }

        @Override
        public void onCompleteResponse(ChatResponse complete) {
            response = complete;
        }

        @Override
        public void onError(Throwable error) {
            failure = error;
        }
    }
}
