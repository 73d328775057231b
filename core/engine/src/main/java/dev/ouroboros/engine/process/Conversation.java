package dev.ouroboros.engine.process;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/**
 * Requests and replies over two pipes, in a thread of its own: a pipe can hold a thread for ever, and neither a time-out nor
 * an interrupt would free it. The thread ends when the process at the other end does.
 */
final class Conversation {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final SecureRandom NONCES = new SecureRandom();

    private final OutputStream toWorker;
    private final InputStream fromWorker;
    private final BlockingQueue<Question> questions = new ArrayBlockingQueue<>(1);
    private final Thread thread;

    private record Question(FrameCodec.Encoded frame, CompletableFuture<Reply> answer) {}

    private Conversation(OutputStream toWorker, InputStream fromWorker) {
        this.toWorker = toWorker;
        this.fromWorker = new BufferedInputStream(fromWorker, BUFFER_BYTES);
        this.thread = Thread.ofPlatform().name("ouroboros-worker").daemon().unstarted(this::talk);
    }

    static Conversation over(OutputStream toWorker, InputStream fromWorker) {
        var conversation = new Conversation(toWorker, fromWorker);
        conversation.thread.start();
        return conversation;
    }

    /** Ends with a {@link Reply}, or exceptionally with an IOException ({@link ProtocolException} when it is not silence). */
    Future<Reply> ask(Frame frame) {
        var question = new Question(FrameCodec.encode(frame), new CompletableFuture<>());
        questions.add(question);
        return question.answer;
    }

    void end() {
        thread.interrupt();
    }

    private void talk() {
        try {
            while (true) {
                Question question = questions.take();
                try {
                    question.answer.complete(exchange(question.frame));
                } catch (IOException e) {
                    question.answer.completeExceptionally(e);
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private Reply exchange(FrameCodec.Encoded frame) throws IOException {
        if (fromWorker.available() > 0) {
            throw new ProtocolException("it sent " + fromWorker.available() + " bytes or more without being asked");
        }
        byte[] nonce = new byte[FrameCodec.NONCE_BYTES];
        NONCES.nextBytes(nonce);
        long start = System.nanoTime();
        FrameCodec.write(toWorker, nonce, frame);
        FrameCodec.Numbered reply = FrameCodec.read(fromWorker);
        long nanos = System.nanoTime() - start;
        if (reply == null) {
            throw new EOFException("it closed its output");
        }
        if (!Arrays.equals(reply.nonce(), nonce)) {
            throw new ProtocolException("its answer carries another nonce than the request");
        }
        return new Reply(reply.frame(), nanos);
    }
}
