package io.redress.routing.adapter.http;

import io.redress.chassis.declare.YamlText;
import io.redress.chassis.http.CheckedJson;
import io.redress.chassis.http.Checks;
import io.redress.chassis.http.Refusal;
import io.redress.chassis.http.StrictJson;
import io.redress.routing.domain.Departments;
import io.redress.routing.domain.Draft;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads a draft of a table, in YAML as the table itself is written, or in JSON. */
final class ReadDraft {
    private static final List<MediaType> YAML =
            List.of(MediaType.parseMediaType("application/yaml"), MediaType.parseMediaType("application/x-yaml"));

    private final Departments departments;

    ReadDraft(Departments departments) {
        this.departments = departments;
    }

    /**
     * The draft as it is written; whether it can be used is another question.
     *
     * @throws Refusal 400 where it cannot be read, 415 where it is in another form, 422 with all reasons
     */
    Draft of(byte[] content, @Nullable MediaType type) {
        DraftBody body = CheckedJson.read(json(content, type), DraftBody.class);
        try {
            return new Draft(body.departments(departments), body.table());
        } catch (IllegalArgumentException noSuchDepartment) {
            Checks checks = new Checks();
            checks.that(false, "/departments", Objects.requireNonNull(noSuchDepartment.getMessage()) + ".");
            checks.orRefuse();
            throw new IllegalStateException("A failed check refuses", noSuchDepartment);
        }
    }

    private static byte[] json(byte[] content, @Nullable MediaType type) {
        if (type != null && MediaType.APPLICATION_JSON.includes(type)) {
            return content;
        }
        if (type == null || YAML.stream().noneMatch(it -> it.includes(type))) {
            throw Refusal.unsupportedMediaType("application/yaml or application/json");
        }
        try {
            Object value = YamlText.read(new ByteArrayInputStream(content));
            return StrictJson.mapper().writeValueAsBytes(value);
        } catch (YAMLException notYaml) {
            throw Refusal.unreadable("Expected YAML, but " + firstLine(notYaml) + ".");
        }
    }

    private static String firstLine(YAMLException notYaml) {
        String said = String.valueOf(notYaml.getMessage());
        return said.lines().findFirst().orElse("it is none");
    }
}
