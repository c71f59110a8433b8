package io.redress.routing.application;

import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Wire;
import io.redress.routing.domain.Department;
import io.redress.routing.domain.Departments;
import io.redress.routing.domain.Industry;
import io.redress.routing.domain.RoutingRow;
import io.redress.routing.domain.RoutingTable;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads the declared departments and routing rows. Whatever is wrong with them is said in one sentence at the start. */
public final class DeclaredRules {
    /** As strict as the events, and stricter about what nobody knows: here that is a typing mistake. */
    private static final JsonMapper MAPPER = Wire.mapper()
            .rebuild()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private DeclaredRules() {}

    /**
     * Reads {@code departments.yaml}.
     *
     * @param name of the file, for messages
     * @throws IllegalArgumentException where it is not what it should be
     */
    public static Departments departments(String name, InputStream yaml) {
        DepartmentsFile file = read(name, yaml, DepartmentsFile.class);
        return within(
                name,
                () -> new Departments(
                        file.departments(), file.authority(), file.listener(), DeclaredCalendar.all(file.calendars())));
    }

    /**
     * Reads {@code routing-rules.yaml}.
     *
     * @param name of the file, for messages
     * @throws IllegalArgumentException where it is not what it should be, or leaves a kind of complaint without a
     *     department
     */
    public static RoutingTable table(String name, InputStream yaml, Departments departments, Industry profile) {
        RulesFile file = read(name, yaml, RulesFile.class);
        return within(name, () -> new RoutingTable(departments, file.natures(), file.rows(), profile));
    }

    private static <T> T read(String name, InputStream yaml, Class<T> type) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try {
            Object content = new Yaml(new SafeConstructor(options)).load(yaml);
            if (content == null) {
                throw new IllegalArgumentException("Expected content in " + name + ", but it is empty");
            }
            return MAPPER.convertValue(content, type);
        } catch (YAMLException notYaml) {
            throw new IllegalArgumentException("Expected YAML in " + name + ", but " + notYaml.getMessage(), notYaml);
        } catch (JacksonException wrong) {
            throw new IllegalArgumentException("In " + name + place(wrong) + ": " + reason(wrong), wrong);
        }
    }

    private static <T> T within(String name, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("In " + name + ": " + wrong.getMessage(), wrong);
        }
    }

    private static String place(JacksonException wrong) {
        StringBuilder place = new StringBuilder();
        for (JacksonException.Reference step : wrong.getPath()) {
            String field = step.getPropertyName();
            place.append(field == null ? " number " + (step.getIndex() + 1) : " at " + field);
        }
        return place.toString();
    }

    private static String reason(JacksonException wrong) {
        Throwable root = wrong;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String said = root instanceof JacksonException jackson ? jackson.getOriginalMessage() : root.getMessage();
        return String.valueOf(said);
    }

    private record DepartmentsFile(
            DepartmentCode authority,
            DepartmentCode listener,
            List<Department> departments,
            @Nullable Map<String, DeclaredCalendar> calendars) {}

    private record RulesFile(Set<String> natures, List<RoutingRow> rows) {}
}
