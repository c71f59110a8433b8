package io.redress.standalone;

import java.nio.file.Path;

/** One set-up for the JVM; to be chosen before the first logger is made. */
final class Logging {
    private Logging() {}

    /** Everything into bounded files, warnings to the terminal too. */
    static void into(Path folder) {
        // Each application would set up logging anew, for all of them.
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        System.setProperty("redress.logs", folder.toString());
        System.setProperty("logback.configurationFile", "standalone-logback.xml");
    }

    /** Nothing at all: the terminal belongs to the output. */
    static void off() {
        System.setProperty("logback.configurationFile", "silent-logback.xml");
    }
}
