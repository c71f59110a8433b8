package io.redress.department.domain;

import io.redress.contracts.RequestKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a department needs of whoever asks it for something (R66), and in which form (R67). Published, so that it is known
 * before a request is made, and checked when it is made.
 *
 * @param fields in the order in which the department wants to read them; at most {@value #MOST_FIELDS}
 */
public record RequestContract(List<ContractField> fields) {
    /** More than this is no short form any more. */
    public static final int MOST_FIELDS = 30;

    /** Of a department that takes a request as it comes. */
    public static final RequestContract NONE = new RequestContract(List.of());

    public RequestContract(@Nullable List<ContractField> fields) {
        this.fields = fields == null ? List.of() : List.copyOf(fields);
        if (this.fields.size() > MOST_FIELDS) {
            throw new IllegalArgumentException("Expected at most " + MOST_FIELDS + " fields in a request contract");
        }
        Set<String> names = new HashSet<>();
        this.fields.forEach(field -> field.allNames().forEach(name -> {
            if (!names.add(name)) {
                throw new IllegalArgumentException(
                        "Expected each name in a request contract once, but " + name + " is there twice");
            }
        }));
    }

    /** What came of a check: either the fields as the department reads them, or all that is wrong with them. */
    public sealed interface Checked {
        /** @param fields in the department's own names and forms */
        record Fit(Map<String, String> fields) implements Checked {}

        record Unfit(List<Flaw> flaws) implements Checked {}
    }

    /**
     * One thing that is wrong.
     *
     * @param field as the asker named it, or the contract where it is missing
     * @param sentence what was expected, and what would be right
     */
    public record Flaw(String field, String sentence) {}

    /** What it needs of a request of this kind. */
    public RequestContract of(RequestKind kind) {
        return fields.stream().allMatch(it -> it.isFor(kind))
                ? this
                : new RequestContract(
                        fields.stream().filter(it -> it.isFor(kind)).toList());
    }

    /** What somebody still has to say: needed and not there, or there and not in its form. */
    public List<ContractField> lacking(Map<String, String> given) {
        return fields.stream().filter(it -> it.isLackingIn(given)).toList();
    }

    /** A form to fill in: what is given in the department's own names, and nothing where something is to be said. */
    public Map<String, String> template(Map<String, String> given) {
        Map<String, String> form = new LinkedHashMap<>();
        fields.forEach(field -> form.put(field.name(), Objects.requireNonNullElse(field.takenFrom(given), "")));
        return form;
    }

    /** Takes other names and spellings for what they mean, and refuses what is missing, unknown or of another form. */
    public Checked check(Map<String, String> given) {
        Map<String, String> taken = new LinkedHashMap<>();
        List<Flaw> flaws = new ArrayList<>();
        Set<String> used = new HashSet<>();
        for (ContractField field : fields) {
            String name =
                    given.keySet().stream().filter(field::isCalled).findFirst().orElse(null);
            String value = name == null ? null : given.get(name);
            if (name == null || value == null) {
                if (field.required()) {
                    flaws.add(new Flaw(field.name(), field.missing()));
                }
            } else {
                used.add(name);
                String converted = field.converted(value);
                if (converted == null) {
                    flaws.add(new Flaw(name, field.malformed()));
                } else {
                    taken.put(field.name(), converted);
                }
            }
        }
        given.keySet().stream()
                .filter(name -> !used.contains(name))
                .sorted()
                .forEach(name -> flaws.add(new Flaw(name, unknown(name))));
        return flaws.isEmpty() ? new Checked.Fit(taken) : new Checked.Unfit(flaws);
    }

    private String unknown(String name) {
        return fields.stream().anyMatch(it -> it.isCalled(name))
                ? "Expected each field once"
                : fields.isEmpty()
                        ? "Expected no fields: the department takes a request as it comes"
                        : "Expected one of "
                                + fields.stream().map(ContractField::name).toList();
    }
}
