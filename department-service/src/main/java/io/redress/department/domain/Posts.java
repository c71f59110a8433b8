package io.redress.department.domain;

import io.redress.contracts.RequestId;
import java.util.ArrayList;
import java.util.List;

/**
 * Which requests have been sent as mail to a department that wants them so (R152).
 *
 * @param sent at most one for each request of the case
 */
public record Posts(List<RequestId> sent) {
    static final Posts NONE = new Posts(List.of());

    public Posts {
        sent = List.copyOf(sent);
    }

    Posts after(PostFact fact) {
        return switch (fact) {
            case PostFact.RequestPosted(var id) -> {
                List<RequestId> more = new ArrayList<>(sent);
                more.add(id);
                yield new Posts(more);
            }
        };
    }
}
