package io.redress.standalone.broker;

import io.redress.standalone.machine.Invocation;
import io.redress.standalone.machine.StartFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One life of the broker's process. */
final class BrokerChild {
    private static final Duration LONGEST_KILL = Duration.ofSeconds(5);

    private final Process process;
    private final Path console;

    /** What it said first: that it is ready, that it failed, or nothing (empty) because it ended. */
    private final CompletableFuture<String> firstWord = new CompletableFuture<>();

    private BrokerChild(Process process, Path console) {
        this.process = process;
        this.console = console;
    }

    /** Starts the process; {@link #awaitReady} tells what became of it. */
    static BrokerChild start(Invocation invocation, BrokerSettings settings, Path logs, String heap) {
        List<String> options = List.of(
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dredress.logs=" + logs,
                "-Dlogback.configurationFile=broker-logback.xml");
        Path console = logs.resolve("broker-console.log");
        try {
            Process process = new ProcessBuilder(
                            invocation.command(BrokerMain.class.getName(), options, settings.asArguments()))
                    .redirectError(console.toFile())
                    .start();
            BrokerChild child = new BrokerChild(process, console);
            Thread.ofPlatform().daemon().name("listen-to-broker").start(child::listen);
            return child;
        } catch (IOException refused) {
            throw new StartFailure("The broker's process cannot be started: " + refused.getMessage() + ".", refused);
        }
    }

    private void listen() {
        try (BufferedReader words = process.inputReader()) {
            String line = words.readLine();
            firstWord.complete(line == null ? "" : line);
            while (words.readLine() != null) {
                // Nothing more is expected; a full pipe would stop the broker.
            }
        } catch (IOException gone) {
            firstWord.complete("");
        }
    }

    /**
     * Returns when clients can use it.
     *
     * @throws StartFailure if it said why it cannot start, ended, or took longer than {@code bound}
     */
    void awaitReady(Duration bound) throws InterruptedException {
        String word;
        try {
            word = firstWord.get(bound.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            throw new StartFailure("The broker was not ready within %d s.".formatted(bound.toSeconds()), slow);
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
        if (word.startsWith(BrokerMain.FAILED)) {
            throw new StartFailure("The broker cannot start: %s; more in broker.log."
                    .formatted(word.substring(BrokerMain.FAILED.length())));
        }
        if (!word.equals(BrokerMain.READY)) {
            throw new StartFailure("The broker cannot start: its process ended with code %d%s"
                    .formatted(process.waitFor(), lastWords()));
        }
    }

    private String lastWords() {
        try {
            List<String> lines = Files.readAllLines(console);
            return lines.isEmpty() ? "." : ", saying: " + lines.getLast();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    int awaitEnd() throws InterruptedException {
        return process.waitFor();
    }

    long pid() {
        return process.pid();
    }

    /** Asks it to stop, and ends it if it does not within {@code bound}. */
    void stop(Duration bound) throws InterruptedException {
        try {
            process.getOutputStream().close();
        } catch (IOException alreadyGone) {
            process.destroy();
        }
        if (!process.waitFor(bound)) {
            kill();
        }
    }

    /** Ends it at once. What it has acknowledged is on the disk. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(LONGEST_KILL);
    }
}
