package io.redress.department.application.forms;

import io.redress.department.domain.RequestForms;
import io.redress.department.domain.RequestForms.Column;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A request as a line of values, and such a line as values. */
public final class Csv {
    private Csv() {}

    /** The line, after a line with the names where the department wants one. */
    public static String write(RequestForms forms, Map<String, String> values) {
        StringBuilder out = new StringBuilder();
        try {
            if (forms.csv().header()) {
                format(forms)
                        .printRecord(
                                out, forms.columns().stream().map(Column::as).toArray());
            }
            format(forms)
                    .printRecord(
                            out,
                            forms.columns().stream()
                                    .map(it -> cell(values.getOrDefault(it.field(), "")))
                                    .toArray());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString();
    }

    /** @throws WrongFormat where it is not exactly one line of the department's columns */
    public static Map<String, String> read(RequestForms forms, String text) {
        List<CSVRecord> lines = lines(forms, text);
        int before = forms.csv().header() ? 1 : 0;
        if (lines.size() != before + 1) {
            throw wrong(
                    forms,
                    "Expected one line of values" + (before == 1 ? " after the line of names" : "") + ", but got "
                            + Math.max(0, lines.size() - before));
        }
        List<Column> columns = before == 1 ? named(forms, lines.getFirst()) : forms.columns();
        CSVRecord line = lines.getLast();
        if (line.size() != columns.size()) {
            throw wrong(forms, "Expected " + columns.size() + " values in the line, but got " + line.size());
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            if (!line.get(i).isBlank()) {
                values.put(columns.get(i).field(), line.get(i).strip());
            }
        }
        return values;
    }

    private static List<Column> named(RequestForms forms, CSVRecord names) {
        List<Column> columns = names.stream()
                .map(name -> {
                    Column column = forms.called(name);
                    if (column == null) {
                        throw wrong(forms, "Expected only names of the department's columns in the first line");
                    }
                    return column;
                })
                .toList();
        if (columns.stream().distinct().count() < columns.size()) {
            throw wrong(forms, "Expected each name in the first line once");
        }
        return columns;
    }

    private static List<CSVRecord> lines(RequestForms forms, String text) {
        try (CSVParser parser = CSVParser.parse(text, format(forms))) {
            return parser.stream().limit(3).toList();
        } catch (IOException | UncheckedIOException | IllegalStateException | IllegalArgumentException unreadable) {
            throw wrong(forms, "Expected a line of values, each in quotes or without any");
        }
    }

    private static CSVFormat format(RequestForms forms) {
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(forms.csv().delimiter())
                .setRecordSeparator("\n")
                .setIgnoreEmptyLines(true)
                .get();
    }

    /** One line, and nothing that a spreadsheet would take for a formula of the customer's. */
    private static String cell(String value) {
        String line = Texts.oneLine(value);
        return !line.isEmpty() && "=+-@".indexOf(line.charAt(0)) >= 0 ? "'" + line : line;
    }

    private static WrongFormat wrong(RequestForms forms, String expected) {
        return new WrongFormat(expected, write(forms, HowToWrite.example(forms)));
    }
}
