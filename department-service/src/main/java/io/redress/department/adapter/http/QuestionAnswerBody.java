package io.redress.department.adapter.http;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.Limits;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a question about a request.
 *
 * @param fields what the request lacked, where the question is a form
 */
record QuestionAnswerBody(@Nullable String text, @Nullable Map<String, @Nullable String> fields) implements Checked {
    @Override
    public void check(Checks checks) {
        if (fields == null) {
            checks.required("/text", text);
        }
        checks.length("/text", text, 1, Limits.NOTE);
        FieldsBody.check(checks, fields);
    }
}
