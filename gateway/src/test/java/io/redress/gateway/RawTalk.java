package io.redress.gateway;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Sends bytes that no well-behaved client would send, and reads what comes back until the server closes. */
final class RawTalk {
    private static final int PATIENCE_MILLIS = 10_000;

    private RawTalk() {}

    /** The whole answer, headers included. */
    static String send(int port, String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The status of a GET for a path that is sent as it stands. */
    static int statusOf(int port, String path, String token) throws IOException {
        String answer = send(
                port,
                "GET " + path + " HTTP/1.1\r\nHost: here\r\nAuthorization: Bearer " + token
                        + "\r\nConnection: close\r\n\r\n");
        return Integer.parseInt(answer.split(" ", 3)[1]);
    }
}
