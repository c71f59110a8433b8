package io.redress.standalone.broker;

import io.redress.standalone.machine.DataFolder;
import io.redress.standalone.machine.Invocation;
import io.redress.standalone.machine.Ports;
import io.redress.standalone.machine.StartFailure;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A broker for as long as this object is open: if its process ends by itself it is started again, with the same port
 * and the same records. Meanwhile the services accept what their outboxes can hold.
 */
public final class BrokerProcess implements AutoCloseable {
    /** Enough for the load of one machine: the broker keeps records in the page cache, not in its heap. */
    public static final String HEAP = "384m";

    private static final Logger log = LoggerFactory.getLogger(BrokerProcess.class);
    private static final Duration LONGEST_START = Duration.ofSeconds(90);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(12);
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Invocation invocation;
    private final DataFolder data;
    private final int port;
    private final Thread watch;
    private volatile BrokerChild child;
    private volatile boolean closed;

    private BrokerProcess(Invocation invocation, DataFolder data, int port) {
        this.invocation = invocation;
        this.data = data;
        this.port = port;
        this.child = startChild();
        this.watch = Thread.ofPlatform().daemon().name("watch-broker").unstarted(this::restartWhenItEnds);
    }

    /**
     * Starts the process. Clients can use it after {@link #awaitReady}.
     *
     * @param wantedPort on 127.0.0.1; 0 for any free one
     * @throws StartFailure if the port is taken, a broker of an earlier run still holds the records, or the process
     *     cannot be started
     */
    public static BrokerProcess start(Invocation invocation, DataFolder data, int wantedPort)
            throws InterruptedException {
        EarlierBroker.awaitItsEnd(data.kafka());
        return new BrokerProcess(invocation, data, Ports.choose(BrokerSettings.HOST, wantedPort, "--kafka-port"));
    }

    private BrokerChild startChild() {
        int controllerPort = Ports.choose(BrokerSettings.HOST, 0, "--kafka-port");
        return BrokerChild.start(invocation, new BrokerSettings(data.kafka(), port, controllerPort), data.logs(), HEAP);
    }

    /**
     * Returns when clients can use it; from then on it is kept running.
     *
     * @throws StartFailure if it ended instead, with its reason
     */
    public void awaitReady() throws InterruptedException {
        child.awaitReady(LONGEST_START);
        watch.start();
    }

    private void restartWhenItEnds() {
        try {
            while (true) {
                int code = child.awaitEnd();
                if (closed) {
                    return;
                }
                log.warn(
                        "The broker's process {} ended with code {}{}; starting it again, nothing accepted is lost.",
                        child.pid(),
                        code,
                        diskIfFull());
                restart();
                log.warn("The broker is back as process {}.", child.pid());
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void restart() throws InterruptedException {
        Duration pause = SHORTEST_PAUSE;
        while (true) {
            TimeUnit.NANOSECONDS.sleep(pause.toNanos());
            try {
                child = startChild();
                child.awaitReady(LONGEST_START);
                return;
            } catch (StartFailure again) {
                child.kill();
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
                log.warn("{}{} Trying again in {} s.", again.getMessage(), diskIfFull(), pause.toSeconds());
            }
        }
    }

    private String diskIfFull() {
        long free = data.freeBytes() >> 20;
        return free > 100 ? "" : " (the disk of %s has only %d MB free)".formatted(data.path(), free);
    }

    /** Where clients connect to, on 127.0.0.1. */
    public int port() {
        return port;
    }

    /** What clients connect to. */
    public String address() {
        return BrokerSettings.HOST + ":" + port;
    }

    /** The process that is the broker now. */
    public long pid() {
        return child.pid();
    }

    /** Stops it, forcibly if it takes longer than some seconds. */
    @Override
    public void close() throws InterruptedException {
        closed = true;
        watch.interrupt();
        watch.join();
        child.stop(LONGEST_STOP);
    }
}
