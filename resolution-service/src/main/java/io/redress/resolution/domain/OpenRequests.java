package io.redress.resolution.domain;

import io.redress.contracts.CaseId;
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
 * @param beyond numbers of those that came when there were so many; who owes them is not kept
 * @param early what was answered before it was heard that somebody was asked, the latest {@value #MOST}
 */
public record OpenRequests(List<Open> open, List<RequestId> early, List<Integer> beyond) {
    /** More than usual in a case; it does not end with one more either. */
    public static final int MOST = 500;

    static final OpenRequests NONE = new OpenRequests(List.of(), List.of(), List.of());

    /** One of them. */
    public record Open(RequestId requestId, @Nullable DepartmentCode department) {}

    /** What was stored before there could be more than {@link #MOST} has none beyond. */
    public OpenRequests(List<Open> open, List<RequestId> early, @Nullable List<Integer> beyond) {
        this.open = List.copyOf(open);
        this.early = List.copyOf(early);
        this.beyond = beyond == null ? List.of() : List.copyOf(beyond);
    }

    OpenRequests opened(RequestOpened fact) {
        RequestId id = fact.requestId();
        if (early.contains(id)) {
            return new OpenRequests(open, without(early, id), beyond);
        }
        OpenRequests others = dropped(id);
        return others.open.size() < MOST
                ? new OpenRequests(plus(others.open, new Open(id, fact.department())), early, others.beyond)
                : new OpenRequests(others.open, early, plus(others.beyond, number(id)));
    }

    /** Whoever asked does so no longer. */
    OpenRequests dropped(RequestId id) {
        return new OpenRequests(
                open.stream().filter(it -> !it.requestId().equals(id)).toList(), early, without(beyond, number(id)));
    }

    OpenRequests answered(RequestId id) {
        OpenRequests left = dropped(id);
        return !left.equals(this) || early.contains(id)
                ? left
                : new OpenRequests(
                        open,
                        plus(
                                early.stream()
                                        .skip(Math.max(0, early.size() + 1L - MOST))
                                        .toList(),
                                id),
                        beyond);
    }

    Stream<OpenEnd> ends(CaseId caseId) {
        return Stream.concat(
                open.stream().map(it -> new OpenEnd("request", it.requestId().value(), it.department())),
                beyond.stream()
                        .map(it ->
                                new OpenEnd("request", RequestId.of(caseId, it).value(), null)));
    }

    private static int number(RequestId id) {
        String value = id.value();
        return Integer.parseInt(value.substring(value.lastIndexOf('r') + 1));
    }

    private static <T> List<T> plus(List<T> list, T more) {
        return Stream.concat(list.stream(), Stream.of(more)).toList();
    }

    private static <T> List<T> without(List<T> list, T one) {
        return list.stream().filter(it -> !it.equals(one)).toList();
    }
}
