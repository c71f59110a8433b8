package io.redress.department.adapter.http;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.department.domain.RequestForms;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The formats that a department's people use, see {@link RequestForms}. */
record FormsBody(
        @Nullable String language,
        @Nullable String address,
        @Nullable List<@Nullable ColumnBody> columns,
        @Nullable CsvBody csv,
        @Nullable MailBody mail)
        implements Checked {

    @Override
    public void check(Checks checks) {
        checks.each("/columns", columns, RequestForms.MOST_COLUMNS);
        for (int i = 0; columns != null && i < Math.min(columns.size(), RequestForms.MOST_COLUMNS); i++) {
            checks.required("/columns/" + i, columns.get(i));
        }
        if (checks.passed()) {
            try {
                forms();
            } catch (IllegalArgumentException wrong) {
                checks.that(false, "", wrong.getMessage() + ".");
            }
        }
    }

    RequestForms forms() {
        return new RequestForms(
                language,
                address,
                columns == null
                        ? null
                        : columns.stream()
                                .map(it -> Objects.requireNonNull(it).column())
                                .toList(),
                csv == null ? null : new RequestForms.CsvLine(csv.delimiter(), csv.header()),
                mail == null ? null : new RequestForms.MailText(mail.subject(), mail.body()));
    }

    /** A value and the department's name for it. */
    record ColumnBody(@Nullable String field, @Nullable String as) implements Checked {
        @Override
        public void check(Checks checks) {
            checks.required("/field", field).required("/as", as);
        }

        RequestForms.Column column() {
            return new RequestForms.Column(Objects.requireNonNull(field), Objects.requireNonNull(as));
        }
    }

    /** How a line is written. */
    record CsvBody(@Nullable String delimiter, @Nullable Boolean header) {}

    /** How a mail is written. */
    record MailBody(@Nullable String subject, @Nullable String body) {}
}
