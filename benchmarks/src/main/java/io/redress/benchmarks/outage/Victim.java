package io.redress.benchmarks.outage;

import io.redress.benchmarks.CannotRun;
import io.redress.benchmarks.lifecycle.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The whole product in a process of its own that is ended without a chance to clean up, broker included. */
final class Victim implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final String READY = "Redress is running at ";

    private final Path jar;
    private final Path data;
    private final int port = freePort();
    private final int kafkaPort = freePort();
    private @Nullable Process process;

    /** @param data takes everything that it keeps, and what it prints */
    Victim(Path jar, Path data) {
        if (!Files.isRegularFile(jar)) {
            throw new CannotRun("Expected the jar of the standalone, but there is no file " + jar + ".");
        }
        this.jar = jar;
        this.data = data;
    }

    URI baseUrl() {
        return URI.create("http://127.0.0.1:" + port);
    }

    String kafka() {
        return "127.0.0.1:" + kafkaPort;
    }

    /** Of the process that runs now; each start writes new ones. */
    Tokens tokens() {
        return Tokens.read(data.resolve("tokens.json"));
    }

    /** Starts it and waits until it serves. */
    void start() throws InterruptedException {
        Path output = data.resolveSibling(data.getFileName() + ".out");
        try {
            Files.deleteIfExists(output);
            process = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-jar",
                            jar.toString(),
                            "--port=" + port,
                            "--kafka-port=" + kafkaPort,
                            "--no-demo",
                            "--data-dir=" + data))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            awaitReady(process, output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void awaitReady(Process started, Path output) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.readString(output).contains(READY)) {
            if (!started.isAlive() || System.nanoTime() > end) {
                throw new CannotRun("Expected the standalone to start, but it said: " + Files.readString(output));
            }
            Thread.sleep(LOOK_EVERY);
        }
    }

    /** As {@code kill -9}. */
    void kill() throws InterruptedException {
        Process running = process;
        if (running != null) {
            List<ProcessHandle> children = running.descendants().toList();
            running.destroyForcibly();
            children.forEach(ProcessHandle::destroyForcibly);
            running.waitFor();
            process = null;
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
