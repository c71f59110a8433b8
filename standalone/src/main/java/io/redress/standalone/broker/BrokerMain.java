package io.redress.standalone.broker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * The broker's own JVM. It says {@value #READY} or {@value #FAILED} and why on its standard output, and stops when its
 * standard input ends: that is how its parent asks for it, and what the system does when the parent dies in any way.
 */
public final class BrokerMain {
    static final String READY = "ready";
    static final String FAILED = "failed ";

    /** A stop that takes longer is cut off; the log is recovered at the next start. */
    private static final Duration LONGEST_STOP = Duration.ofSeconds(20);

    /** More than the services need to stop. */
    private static final Duration LONGEST_WAIT_FOR_PARENT = Duration.ofSeconds(15);

    private static final CountDownLatch PARENT_DONE = new CountDownLatch(1);

    private BrokerMain() {}

    /** Runs the broker with {@link BrokerSettings#asArguments} until its standard input ends. */
    public static void main(String[] arguments) {
        PrintStream parent = System.out;
        System.setOut(System.err);
        try {
            BrokerSettings settings = BrokerSettings.fromArguments(arguments);
            formatOnce(settings);
            KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(settings.asProperties()), Time.SYSTEM);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "stop-broker"));
            Thread.ofPlatform().daemon().name("watch-parent").start(() -> exitAtEndOf(System.in));
            server.startup();
            tell(parent, READY);
            server.awaitShutdown();
        } catch (Throwable failure) {
            tell(parent, FAILED + innermost(failure));
            Runtime.getRuntime().halt(1);
        }
    }

    private static void formatOnce(BrokerSettings settings) throws Exception {
        if (Files.exists(settings.folder().resolve("meta.properties"))) {
            return;
        }
        new Formatter()
                .setPrintStream(System.err)
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(BrokerSettings.NODE)
                .setControllerListenerName(BrokerSettings.CONTROLLER)
                .setMetadataLogDirectory(settings.folder().toString())
                .addDirectory(settings.folder().toString())
                .run();
    }

    private static void tell(PrintStream parent, String line) {
        parent.println(line.replace('\n', ' '));
        parent.flush();
    }

    private static void exitAtEndOf(InputStream fromParent) {
        try (fromParent) {
            fromParent.transferTo(OutputStream.nullOutputStream());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } finally {
            PARENT_DONE.countDown();
            System.exit(0);
        }
    }

    /**
     * A signal often reaches parent and child alike, as Ctrl-C in a terminal does; the services still need the broker
     * while they stop. So a signal alone does not stop it before the parent is done.
     */
    private static void stop(KafkaRaftServer server) {
        try {
            PARENT_DONE.await(LONGEST_WAIT_FOR_PARENT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
        Thread.ofPlatform().daemon().name("cut-off").start(BrokerMain::cutOff);
        server.shutdown();
    }

    private static void cutOff() {
        try {
            TimeUnit.NANOSECONDS.sleep(LONGEST_STOP.toNanos());
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(1);
    }

    private static String innermost(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
