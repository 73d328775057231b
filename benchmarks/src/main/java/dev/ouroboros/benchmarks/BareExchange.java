package dev.ouroboros.benchmarks;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What asking a server costs when nothing is done about it: one connection that stays, and one thread that waits. */
final class BareExchange implements AutoCloseable {
    private final String host;
    private final Socket socket;
    private final InputStream in;

    /** @param url of a server that answers every POST with a body of the length it says */
    BareExchange(String url) throws IOException {
        var address = URI.create(url);
        host = address.getAuthority();
        socket = new Socket(address.getHost(), address.getPort());
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** Returns the nanoseconds from the first byte that is sent to the last that is received. */
    long ask(String path, String body) throws IOException {
        var content = body.getBytes(StandardCharsets.UTF_8);
        var head = "POST " + path + " HTTP/1.1\r\nHost: " + host
                + "\r\nContent-Type: application/json\r\nContent-Length: " + content.length + "\r\n\r\n";
        var request = (head + body).getBytes(StandardCharsets.UTF_8);
        long start = System.nanoTime();
        socket.getOutputStream().write(request);
        if (in.readNBytes(length()).length == 0) {
            throw new EOFException("the server answered nothing");
        }
        return System.nanoTime() - start;
    }

    /** Reads the head of the answer. */
    private int length() throws IOException {
        int length = 0;
        for (var line = line(); !line.isEmpty(); line = line()) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
            }
        }
        return length;
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int letter = in.read(); letter != '\n'; letter = in.read()) {
            if (letter < 0) {
                throw new EOFException("the server hung up");
            }
            line.append((char) letter);
        }
        return line.toString().strip();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
