package io.redress.department.application;

import io.redress.contracts.DepartmentCode;
import io.redress.department.domain.ContractField;
import io.redress.department.domain.RequestContract;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A request contract for programs: a JSON Schema of the fields in the department's own form, and a form to fill in. */
public final class ContractSchema {
    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private ContractSchema() {}

    /**
     * What passes it begins at once; other names and spellings, which are converted, it does not know. What only some kinds
     * of requests need is not required by it, and says of which kinds it is.
     */
    public static Map<String, Object> of(DepartmentCode department, RequestContract contract) {
        Map<String, Object> properties = new LinkedHashMap<>();
        contract.fields().forEach(field -> properties.put(field.name(), property(field)));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", DIALECT);
        schema.put("title", "What " + department + " needs to begin");
        schema.put("type", "object");
        schema.put("required", required(contract));
        schema.put("properties", properties);
        schema.put("additionalProperties", false);
        return schema;
    }

    private static List<String> required(RequestContract contract) {
        return contract.fields().stream()
                .filter(it ->
                        !Boolean.TRUE.equals(it.optional()) && it.kinds().containsAll(ContractField.WITHOUT_EXECUTION))
                .map(ContractField::name)
                .toList();
    }

    private static Map<String, Object> property(ContractField field) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("description", field.meaning());
        property.put("type", "string");
        switch (field.form()) {
            case TEXT -> {
                property.put("minLength", 1);
                property.put("maxLength", ContractField.MOST_CHARACTERS);
            }
            case NUMBER -> property.put("pattern", "^[A-Z0-9/-]*[0-9][A-Z0-9/-]*$");
            case DATE -> property.put("format", "date");
            case AMOUNT -> property.put("pattern", "^[0-9]{1,15}(\\.[0-9]{1,2})? [A-Z]{3}$");
        }
        property.put("examples", List.of(field.example()));
        if (field.suppliedBy() != null) {
            property.put("x-suppliedBy", field.suppliedBy().value());
        }
        if (Boolean.TRUE.equals(field.prerequisite())) {
            property.put("x-prerequisite", true);
        }
        if (!field.kinds().equals(ContractField.WITHOUT_EXECUTION)) {
            property.put("x-kinds", field.kinds());
        }
        if (!field.also().isEmpty()) {
            property.put("x-also", field.also());
        }
        return property;
    }
}
