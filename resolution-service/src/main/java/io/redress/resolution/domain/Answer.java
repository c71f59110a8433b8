package io.redress.resolution.domain;

import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentEvent.RequestAnswered;
import io.redress.contracts.OptionIdea;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a proposal needs of a department's answer: whether it could help, and its ideas.
 *
 * @param by whose ideas they are; absent in what was learned before this was known
 */
public record Answer(
        RequestId requestId,
        DepartmentCode department,
        RequestKind kind,
        boolean done,
        List<OptionIdea> ideas,
        @Nullable String by) {
    public Answer {
        ideas = List.copyOf(ideas);
    }

    static Answer of(RequestAnswered answered) {
        return new Answer(
                answered.requestId(),
                answered.department(),
                answered.kind(),
                answered.done(),
                answered.options(),
                answered.by());
    }
}
