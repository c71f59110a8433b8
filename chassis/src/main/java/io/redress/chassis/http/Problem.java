package io.redress.chassis.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a refused caller reads: problem details after RFC 9457, sent as {@code application/problem+json}.
 *
 * @param type {@code urn:redress:problem:<code>}, stable for programs
 * @param title the kind of problem in a few words, the same each time
 * @param status the HTTP status
 * @param detail this occurrence: what was expected and what was found
 * @param errors all reasons at once, each with its field; empty where no field is at fault
 * @param state what the thing is now, where a conflict with it is the reason
 * @param remedy what would make it right, for programs; absent where the reasons say all
 * @param reference what to quote to the operators, where the fault is ours
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        List<Reason> errors,
        @Nullable Object state,
        @Nullable Object remedy,
        @Nullable String reference) {
    private static final String PREFIX = "urn:redress:problem:";

    public Problem {
        errors = List.copyOf(errors);
    }

    /** A problem without field errors, named by its kebab-case {@code code}. */
    public static Problem of(int status, String code, String title, String detail) {
        return new Problem(PREFIX + code, title, status, detail, List.of(), null, null, null);
    }

    /** The kebab-case code at the end of the type. */
    public String code() {
        return type.substring(PREFIX.length());
    }

    Problem withErrors(List<Reason> reasons) {
        return new Problem(type, title, status, detail, reasons, state, remedy, reference);
    }

    Problem withState(@Nullable Object now) {
        return new Problem(type, title, status, detail, errors, now, remedy, reference);
    }

    Problem withRemedy(Object right) {
        return new Problem(type, title, status, detail, errors, state, right, reference);
    }

    Problem withReference(String quoted) {
        return new Problem(type, title, status, detail, errors, state, remedy, quoted);
    }
}
