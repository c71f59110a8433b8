package io.redress.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documents say is there, is there. */
class DocumentsTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern BEHAVIOUR =
            Pattern.compile("@Behaviour\\((\\{[^}]*}|\"[^\"]*\")\\)(?=[\\s\\S]*?(?:void|class)\\s+(\\w+))");
    private static final Pattern NUMBER = Pattern.compile("R\\d+");

    @Test
    void the_behaviours_page_names_exactly_the_tests_that_carry_a_number() {
        Set<String> carried = new TreeSet<>();
        testSources().forEach(source -> {
            String name = source.getFileName().toString().replace(".java", "");
            BEHAVIOUR
                    .matcher(read(source))
                    .results()
                    .forEach(found -> NUMBER.matcher(found.group(1))
                            .results()
                            .map(MatchResult::group)
                            .forEach(number -> carried.add(number + " " + name + "." + found.group(2))));
        });

        Set<String> named = new TreeSet<>();
        read(ROOT.resolve("docs/behaviours.md"))
                .lines()
                .filter(line -> line.startsWith("| R"))
                .map(line -> line.split("\\|"))
                .forEach(cells -> Stream.of(cells[2].split("<br>"))
                        .forEach(test ->
                                named.add(cells[1].strip() + " " + test.strip().replace("`", ""))));

        assertThat(named).isEqualTo(carried);
    }

    @Test
    void what_the_readme_points_at_exists() {
        String readme = read(ROOT.resolve("README.md"));

        List<String> paths = Stream.concat(
                        Pattern.compile("]\\(([^)#]+)\\)")
                                .matcher(readme)
                                .results()
                                .map(found -> found.group(1)),
                        Pattern.compile("^\\| `([a-z-]+)` \\|", Pattern.MULTILINE)
                                .matcher(readme)
                                .results()
                                .map(found -> found.group(1)))
                .toList();

        assertThat(paths).hasSizeGreaterThan(10).allMatch(path -> Files.exists(ROOT.resolve(path)));
    }

    @Test
    void ci_calls_the_test_command_of_the_readme() {
        assertThat(read(ROOT.resolve("README.md"))).contains("`./mvnw verify`");
        assertThat(read(ROOT.resolve(".ci/run"))).contains("./mvnw verify");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "intake-service",
                "routing-service",
                "department-service",
                "resolution-service",
                "analytics-service"
            })
    void a_stage_is_complete(String stage) {
        assertThat(read(ROOT.resolve("pom.xml"))).contains("<module>" + stage + "</module>");
        assertThat(read(ROOT.resolve("docker-compose.yml"))).contains(stage + ":");
        assertThat(read(ROOT.resolve("README.md"))).contains("| `" + stage + "` |");
        assertThat(read(ROOT.resolve("gateway/src/main/resources/gateway.yml"))).contains(stage + ":");
        assertThat(read(ROOT.resolve("standalone/src/main/java/io/redress/standalone/Product.java")))
                .contains("\"" + stage + "\"");
        assertThat(ROOT.resolve(stage + "/src/main/resources/" + stage + ".yml"))
                .exists();
    }

    private static Stream<Path> testSources() {
        try (Stream<Path> modules = Files.list(ROOT)) {
            return modules
                    .map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .flatMap(DocumentsTest::files)
                    .filter(file -> file.toString().endsWith(".java"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
