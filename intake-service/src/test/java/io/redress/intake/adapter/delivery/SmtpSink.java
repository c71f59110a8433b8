package io.redress.intake.adapter.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that keeps what it gets and may be told to behave badly. */
public final class SmtpSink implements AutoCloseable {
    /** What it does when it has a whole mail, or before. */
    public enum Manner {
        TAKES,
        /** It keeps the mail, says nothing and hangs up. */
        HANGS_UP_AFTER_TAKING,
        REFUSES_FOR_GOOD,
        REFUSES_FOR_NOW
    }

    private final ServerSocket server;
    private final List<String> mails = new CopyOnWriteArrayList<>();
    private final List<String> recipients = new CopyOnWriteArrayList<>();
    private volatile Manner manner = Manner.TAKES;

    public SmtpSink() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().start(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    public void behaves(Manner as) {
        manner = as;
    }

    /** Whole mails, headers and body, in the order of their arrival. */
    public List<String> mails() {
        return mails;
    }

    /** The commands that named recipients. */
    public List<String> recipients() {
        return recipients;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofPlatform().daemon().start(() -> talk(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket socket) {
        try (socket;
                BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8))) {
            OutputStream out = socket.getOutputStream();
            say(out, "220 sink");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String command = line.toUpperCase(Locale.ROOT);
                if (command.startsWith("DATA")) {
                    say(out, "354 go on");
                    String mail = mail(in);
                    if (manner == Manner.TAKES || manner == Manner.HANGS_UP_AFTER_TAKING) {
                        mails.add(mail);
                    }
                    if (manner == Manner.HANGS_UP_AFTER_TAKING) {
                        return;
                    }
                    say(out, manner == Manner.TAKES ? "250 taken" : "451 not now");
                } else if (command.startsWith("RCPT")) {
                    recipients.add(line);
                    say(out, manner == Manner.REFUSES_FOR_GOOD ? "550 unknown" : "250 ok");
                } else if (command.startsWith("QUIT")) {
                    say(out, "221 bye");
                    return;
                } else {
                    say(out, "250 ok");
                }
            }
        } catch (IOException gone) {
            // The other side has gone; what it had sent is kept.
            return;
        }
    }

    private static String mail(BufferedReader in) throws IOException {
        StringBuilder mail = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            mail.append(line).append('\n');
        }
        return mail.toString();
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(UTF_8));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
