package io.redress.resolution.domain;

import io.redress.contracts.ClosingEvent.OpenEnd;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestId;
import io.redress.resolution.domain.ClosingFact.RequestOpened;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What departments still owe in a case. Who asks and who answers speak on topics of their own, so an answer may be heard
 * before its request.
 *
 * @param open at most {@value #MOST}
 * @param early what was answered before it was heard that somebody was asked, the latest {@value #MOST}
 */
public record OpenRequests(List<Open> open, List<RequestId> early) {
    /** More than routing raises in a case. */
    public static final int MOST = 500;

    static final OpenRequests NONE = new OpenRequests(List.of(), List.of());

    /** One of them. */
    public record Open(RequestId requestId, @Nullable DepartmentCode department) {}

    public OpenRequests {
        open = List.copyOf(open);
        early = List.copyOf(early);
    }

    OpenRequests opened(RequestOpened fact) {
        RequestId id = fact.requestId();
        if (early.contains(id)) {
            return new OpenRequests(open, without(id));
        }
        return new OpenRequests(
                Stream.concat(
                                open.stream().filter(it -> !it.requestId().equals(id)),
                                Stream.of(new Open(id, fact.department())))
                        .limit(MOST)
                        .toList(),
                early);
    }

    /** Whoever asked does so no longer. */
    OpenRequests dropped(RequestId id) {
        return new OpenRequests(
                open.stream().filter(it -> !it.requestId().equals(id)).toList(), early);
    }

    OpenRequests answered(RequestId id) {
        List<Open> left = open.stream().filter(it -> !it.requestId().equals(id)).toList();
        return left.size() < open.size() || early.contains(id)
                ? new OpenRequests(left, early)
                : new OpenRequests(
                        open,
                        Stream.concat(early.stream().skip(Math.max(0, early.size() + 1L - MOST)), Stream.of(id))
                                .toList());
    }

    private List<RequestId> without(RequestId id) {
        return early.stream().filter(it -> !it.equals(id)).toList();
    }

    Stream<OpenEnd> ends() {
        return open.stream().map(it -> new OpenEnd("request", it.requestId().value(), it.department()));
    }
}
