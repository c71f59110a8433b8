package io.redress.standalone.launch;

import java.lang.reflect.InvocationTargetException;

/** Hands over to the real entry point if this Java is new enough, and says so in one sentence if not. */
public final class Launch {
    private static final int LEAST_JAVA = 25;

    private Launch() {}

    public static void main(String[] args) throws ReflectiveOperationException {
        int running = Runtime.version().feature();
        if (running < LEAST_JAVA) {
            System.err.printf(
                    "Redress needs Java %d or newer, but this is Java %d (%s); install a JDK %d and start it with that one's java.%n",
                    LEAST_JAVA, running, System.getProperty("java.home"), LEAST_JAVA);
            System.exit(1);
        }
        // By name: a reference would make this class as new as the one it refers to.
        try {
            Class.forName("io.redress.standalone.Standalone")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) args);
        } catch (InvocationTargetException failure) {
            throw new IllegalStateException(failure.getCause());
        }
    }
}
