package io.redress.department.application.forms;

import io.redress.department.domain.RequestForms;
import io.redress.department.domain.RequestForms.Column;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A request as {@code Name: value} lines, and such lines as values. What follows a line without a name belongs to it. */
public final class Form {
    private Form() {}

    public static String write(RequestForms forms, Map<String, String> values) {
        return forms.columns().stream()
                .map(it -> (it.as() + ": " + Texts.oneLine(values.getOrDefault(it.field(), ""))).strip())
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** Whether it says under one of the department's names what it is about. */
    public static boolean isOne(RequestForms forms, String text) {
        return text.lines().limit(200).anyMatch(line -> {
            Column column = column(forms, line);
            return column != null && column.field().equals(RequestForms.REQUEST);
        });
    }

    /** @throws WrongFormat where a name stands there twice, or something before the first */
    public static Map<String, String> read(RequestForms forms, String text) {
        Map<String, StringBuilder> values = new LinkedHashMap<>();
        StringBuilder at = null;
        for (String line : text.lines().toList()) {
            Column column = column(forms, line);
            if (column != null) {
                at = new StringBuilder(line.substring(line.indexOf(':') + 1));
                if (values.put(column.field(), at) != null) {
                    throw wrong(forms, "Expected " + column.as() + " once");
                }
            } else if (at != null) {
                at.append('\n').append(line);
            } else if (!line.isBlank()) {
                throw wrong(forms, "Expected the form to begin with one of its names");
            }
        }
        Map<String, String> read = new LinkedHashMap<>();
        values.forEach((field, value) -> {
            if (!value.toString().isBlank()) {
                read.put(field, value.toString().strip());
            }
        });
        return read;
    }

    private static @Nullable Column column(RequestForms forms, String line) {
        int colon = line.indexOf(':');
        return colon < 0 ? null : forms.called(line.substring(0, colon));
    }

    private static WrongFormat wrong(RequestForms forms, String expected) {
        return new WrongFormat(expected, write(forms, HowToWrite.example(forms)));
    }
}
