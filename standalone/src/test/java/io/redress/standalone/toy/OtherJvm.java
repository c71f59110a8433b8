package io.redress.standalone.toy;

import io.redress.standalone.machine.Invocation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A program in a JVM of its own, killed at the end of the test if it still runs. */
public final class OtherJvm implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process process;
    private final Path output;

    private OtherJvm(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /**
     * Starts {@code main}.
     *
     * @param folder takes what it prints
     */
    public static OtherJvm run(Path folder, Class<?> main, String... arguments) throws IOException {
        Path output = Files.createTempFile(folder, main.getSimpleName(), ".out");
        List<String> command = Invocation.ofThisJvm()
                .command(main.getName(), List.of("-Xmx512m", "-XX:TieredStopAtLevel=1"), List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new OtherJvm(process, output);
    }

    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Returns the first line that contains {@code text}, once there is one. */
    public String awaitLine(String text) {
        return Awaitility.await(text).atMost(PATIENCE).until(() -> line(text), line -> !line.isEmpty());
    }

    private String line(String text) {
        if (!process.isAlive() && !output().contains(text)) {
            throw new AssertionError("It ended with " + process.exitValue() + " and said: " + output());
        }
        // Only a complete line: what is written last may be half a line.
        Stream<String> complete =
                output().substring(0, output().lastIndexOf('\n') + 1).lines();
        return complete.filter(line -> line.contains(text)).findFirst().orElse("");
    }

    /** Asks it to end, as a supervisor does. */
    public void terminate() {
        process.destroy();
    }

    /** Ends it without a chance to clean up. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    public int awaitExit() throws InterruptedException {
        if (!process.waitFor(PATIENCE)) {
            throw new AssertionError("It still runs and said: " + output());
        }
        return process.exitValue();
    }

    public long pid() {
        return process.pid();
    }

    /** At once, with the broker that it has started; nothing of either goes on after that. */
    public void killWithBroker() throws InterruptedException {
        if (killAll().isEmpty()) {
            throw new AssertionError("Expected a broker to die, but there is none");
        }
    }

    @Override
    public void close() throws InterruptedException {
        killAll();
    }

    private List<ProcessHandle> killAll() throws InterruptedException {
        List<ProcessHandle> children = process.descendants().toList();
        children.forEach(ProcessHandle::destroyForcibly);
        kill();
        children.forEach(it -> it.onExit().join());
        return children;
    }
}
