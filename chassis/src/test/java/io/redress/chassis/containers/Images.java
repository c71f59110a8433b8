package io.redress.chassis.containers;

import java.util.Optional;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;

/** Starts images where that is possible: not every machine has Docker, or can get an image. */
public final class Images {
    private Images() {}

    /** Empty once the container runs; else the reason why its tests are to be skipped, which is printed too. */
    public static Optional<String> whyNotStarted(GenericContainer<?> container) {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            return skipped("Docker is not available");
        }
        try {
            container.start();
            return Optional.empty();
        } catch (RuntimeException cannotStart) {
            return skipped("Docker cannot start it: " + cannotStart.getMessage());
        }
    }

    private static Optional<String> skipped(String reason) {
        String sentence = "Skipped what needs a container: " + reason;
        System.out.println(sentence);
        return Optional.of(sentence);
    }
}
