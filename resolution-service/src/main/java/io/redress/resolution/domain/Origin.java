package io.redress.resolution.domain;

import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestId;
import io.redress.contracts.ResolutionEvent.Option;
import org.jspecify.annotations.Nullable;

/**
 * Whose idea an option is, so that nobody clears what he proposed himself.
 *
 * @param requestId what it was an answer to
 * @param by the person or system that answered; absent in what was learned before this was known
 */
public record Origin(
        RequestId requestId,
        DepartmentCode department,
        @Nullable String by,
        String kind,
        String title) {

    boolean isOf(Option option) {
        return kind.equals(option.kind()) && title.equals(option.title());
    }
}
