package io.redress.chassis.containers;

import org.junit.jupiter.api.Assumptions;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;

/** Starts an image or lets a test be skipped: not every machine has Docker, or can get the image. */
public final class Images {
    private Images() {}

    /** Returns when the container runs; else skips the calling test with the reason, which is printed too. */
    public static void startOrSkip(GenericContainer<?> container) {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            skip("Docker is not available");
        }
        try {
            container.start();
        } catch (RuntimeException cannotStart) {
            skip("Docker cannot start it: " + cannotStart.getMessage());
        }
    }

    private static void skip(String reason) {
        String sentence = "Skipped what needs a container: " + reason;
        System.out.println(sentence);
        Assumptions.abort(sentence);
    }
}
