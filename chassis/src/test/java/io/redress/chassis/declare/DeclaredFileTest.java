package io.redress.chassis.declare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class DeclaredFileTest {
    record Shelf(String name, List<Book> books) {}

    record Book(String title, int pages) {
        Book {
            if (pages < 1) {
                throw new IllegalArgumentException("Expected pages, but " + title + " has none");
            }
        }
    }

    @Test
    void a_file_becomes_records() {
        assertThat(read("{name: A, books: [{title: B, pages: 3}]}"))
                .isEqualTo(new Shelf("A", List.of(new Book("B", 3))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {name: A, colour: red}                       | In shelf.yaml at colour: Unrecognized property "colour"
                    {name: A, name: B}                           | Expected YAML in shelf.yaml, but
                    {name: A, books: [{title: B, pages: 0}]}     | In shelf.yaml at books number 1: Expected pages, but B has none
                    ''                                           | Expected content in shelf.yaml, but it is empty
                    """)
    void whatever_is_wrong_is_said_with_its_place(String yaml, String sentence) {
        assertThatThrownBy(() -> read(yaml)).hasMessageContaining(sentence);
    }

    private static Shelf read(String yaml) {
        return DeclaredFile.read(
                "shelf.yaml",
                new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)),
                JsonMapper.builder().build(),
                Shelf.class);
    }
}
