package io.redress.benchmarks.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JsonFieldsTest {

    @Test
    void values_come_in_the_order_asked_for() {
        assertThat(read("{\"a\":\"1\",\"b\":2,\"c\":true}", "/c", "/a", "/b")).containsExactly("true", "1", "2");
    }

    @Test
    void a_pointer_leads_into_objects_and_arrays() {
        String json = "{\"proposal\":{\"options\":[{\"optionId\":\"o1\"},{\"optionId\":\"o2\"}]},\"optionId\":\"no\"}";
        assertThat(read(json, "/proposal/options/0/optionId", "/proposal/options/1/optionId"))
                .containsExactly("o1", "o2");
    }

    @Test
    void a_field_of_that_name_inside_another_object_or_a_text_is_not_it() {
        String json = "{\"words\":\"\\\"state\\\":\\\"open\\\"\",\"inner\":{\"state\":\"open\"},\"state\":\"closed\"}";
        assertThat(read(json, "/state")).containsExactly("closed");
    }

    @Test
    void escapes_are_resolved() {
        assertThat(read("{\"text\":\"caf\\u00e9 \\\"x\\\"\\n\"}", "/text")).containsExactly("café \"x\"\n");
    }

    @Test
    void what_is_absent_null_or_not_a_single_value_is_empty() {
        assertThat(read("{\"a\":null,\"b\":{},\"c\":[1]}", "/a", "/b", "/c", "/d"))
                .containsExactly("", "", "", "");
    }

    @Test
    void what_is_not_json_has_no_fields() {
        assertThat(read("<html>", "/a")).containsExactly("");
        assertThat(read("", "/a")).containsExactly("");
        assertThat(read("{\"a\":\"1\",\"b\":", "/a", "/b")).containsExactly("1", "");
    }

    private static List<String> read(String json, String... pointers) {
        return JsonFields.read(json.getBytes(UTF_8), pointers);
    }
}
