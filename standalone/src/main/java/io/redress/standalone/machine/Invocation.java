package io.redress.standalone.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * How this JVM was started, so that another one can be started with the same classes: from one jar that holds its
 * libraries, or from a class path.
 */
public sealed interface Invocation {
    /** What the JVM must allow: native libraries of the store and of compression, and Netty's direct memory. */
    List<String> PERMISSIONS = List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

    String JAR_LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";

    /** The JVM that this is. */
    static Invocation ofThisJvm() {
        String classPath = System.getProperty("java.class.path");
        boolean jarWithLibraries =
                ClassLoader.getSystemResource(JAR_LAUNCHER.replace('.', '/').concat(".class")) != null;
        return jarWithLibraries ? new FromJar(classPath) : new FromClassPath(classPath);
    }

    /** The command that runs {@code main} in a new JVM of the same version. */
    List<String> command(String main, List<String> jvmOptions, List<String> arguments);

    /**
     * What a person types to run the launcher once more.
     *
     * @param folder takes a file if the command would be too long to type
     */
    String typed(String main, Path folder);

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static List<String> join(List<String> jvmOptions, List<String> classesAndMain, List<String> arguments) {
        return Stream.of(List.of(java()), PERMISSIONS, jvmOptions, classesAndMain, arguments)
                .flatMap(List::stream)
                .toList();
    }

    /** {@code java -jar}. */
    record FromJar(String jar) implements Invocation {
        @Override
        public List<String> command(String main, List<String> jvmOptions, List<String> arguments) {
            return join(jvmOptions, List.of("-Dloader.main=" + main, "-cp", jar, JAR_LAUNCHER), arguments);
        }

        @Override
        public String typed(String main, Path folder) {
            return java() + " -jar " + jar;
        }
    }

    /** Many jars and folders, as a build tool starts it. */
    record FromClassPath(String classPath) implements Invocation {
        @Override
        public List<String> command(String main, List<String> jvmOptions, List<String> arguments) {
            return join(jvmOptions, List.of("-cp", classPath, main), arguments);
        }

        @Override
        public String typed(String main, Path folder) {
            Path options = folder.resolve("java-options");
            String quoted = "\"" + classPath.replace("\\", "\\\\") + "\"";
            try {
                Files.write(
                        options,
                        join(List.of(), List.of("-cp", quoted, main), List.of()).stream()
                                .skip(1)
                                .toList());
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
            return java() + " @" + options;
        }
    }
}
