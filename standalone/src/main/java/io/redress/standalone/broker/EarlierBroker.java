package io.redress.standalone.broker;

import io.redress.standalone.machine.StartFailure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A broker whose parent was killed needs some seconds to stop; until then it holds the records and the port. */
final class EarlierBroker {
    private static final Duration LONGEST_STOP = Duration.ofSeconds(25);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private EarlierBroker() {}

    /**
     * Returns when the folder is free.
     *
     * @throws StartFailure if that takes too long, or the folder cannot be read
     */
    static void awaitItsEnd(Path kafkaFolder) throws InterruptedException {
        long deadline = System.nanoTime() + LONGEST_STOP.toNanos();
        while (isHeld(kafkaFolder.resolve(".lock"))) {
            if (System.nanoTime() > deadline) {
                throw new StartFailure(
                        "The records in %s are still in use by a broker of an earlier run; end that process first."
                                .formatted(kafkaFolder));
            }
            TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
        }
    }

    private static boolean isHeld(Path brokersLock) {
        if (!Files.exists(brokersLock)) {
            return false;
        }
        try (FileChannel file = FileChannel.open(brokersLock, StandardOpenOption.WRITE);
                FileLock free = file.tryLock()) {
            return free == null;
        } catch (IOException refused) {
            throw new StartFailure(
                    "The records in %s cannot be used: %s.".formatted(brokersLock.getParent(), refused.getMessage()),
                    refused);
        }
    }
}
