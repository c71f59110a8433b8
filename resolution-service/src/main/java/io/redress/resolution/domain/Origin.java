package io.redress.resolution.domain;

import io.redress.contracts.DepartmentCode;
import io.redress.contracts.OptionIdea;
import io.redress.contracts.RequestId;
import io.redress.contracts.ResolutionEvent.Option;
import org.jspecify.annotations.Nullable;

/**
 * Whose idea an option is, so that nobody clears what he proposed himself.
 *
 * @param requestId what it was an answer to; absent where nobody had asked, as with an order that is impossible
 * @param by the person or system that answered; absent in what was learned before this was known
 * @param digest of all that the idea says, so that another idea under the same title is another one; absent in what was
 *     learned before this was known
 */
public record Origin(
        @Nullable RequestId requestId,
        DepartmentCode department,
        @Nullable String by,
        String kind,
        String title,
        @Nullable String digest) {

    static Origin of(OptionIdea idea, DepartmentCode department, @Nullable String by, @Nullable RequestId requestId) {
        Option option = OptionDraft.of(idea, department).placed("p0", 1);
        return new Origin(requestId, department, by, option.kind(), option.title(), digest(option));
    }

    boolean isOf(Option option) {
        return digest == null
                ? OptionKinds.canonical(kind).equals(OptionKinds.canonical(option.kind()))
                        && title.equals(option.title())
                : digest.equals(digest(option));
    }

    /** What is unfavourable about an option depends on the others beside it. */
    private static String digest(Option option) {
        return OptionDigest.of(CompletingProposals.with(option, null));
    }
}
