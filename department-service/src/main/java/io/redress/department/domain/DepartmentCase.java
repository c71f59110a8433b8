package io.redress.department.domain;

import io.redress.contracts.DepartmentReply;
import io.redress.contracts.RequestId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A case as the departments see it: what they are asked, and what they have said.
 *
 * @param words the customer's own, the same for all requests of the case; empty before the first
 * @param language ISO 639-1; empty before the first request
 * @param lastWords requests that cannot be declined any more
 * @param early replies that wait for their request
 */
public record DepartmentCase(
        String words, String language, List<Request> requests, List<RequestId> lastWords, List<EarlyReply> early) {

    static final DepartmentCase EMPTY = new DepartmentCase("", "", List.of(), List.of(), List.of());

    public DepartmentCase {
        requests = List.copyOf(requests);
        lastWords = List.copyOf(lastWords);
        early = List.copyOf(early);
    }

    /** A reply that waits for its request, but not for ever. */
    public record EarlyReply(DepartmentReply reply, Instant until) {}

    /** A request by its id; null where nobody has told us of it. */
    public @Nullable Request request(RequestId id) {
        return requests.stream()
                .filter(it -> it.ask().id().equals(id))
                .findFirst()
                .orElse(null);
    }

    List<DepartmentReply> earlyFor(RequestId id) {
        return early.stream()
                .map(EarlyReply::reply)
                .filter(it -> it.requestId().equals(id))
                .toList();
    }

    DepartmentCase taking(Request request, String itsWords, String itsLanguage) {
        List<EarlyReply> others = early.stream()
                .filter(it -> !it.reply().requestId().equals(request.ask().id()))
                .toList();
        return new DepartmentCase(itsWords, itsLanguage, with(requests, request), lastWords, others);
    }

    DepartmentCase replacing(RequestId id, UnaryOperator<Request> change) {
        List<Request> changed = requests.stream()
                .map(it -> it.ask().id().equals(id) ? change.apply(it) : it)
                .toList();
        return new DepartmentCase(words, language, changed, lastWords, early);
    }

    DepartmentCase withLastWord(RequestId id) {
        return new DepartmentCase(words, language, requests, with(lastWords, id), early);
    }

    DepartmentCase keeping(EarlyReply reply) {
        return new DepartmentCase(words, language, requests, lastWords, with(early, reply));
    }

    DepartmentCase forgettingEarly(Instant until) {
        List<EarlyReply> still =
                early.stream().filter(it -> it.until().isAfter(until)).toList();
        return new DepartmentCase(words, language, requests, lastWords, still);
    }

    private static <T> List<T> with(List<T> list, T one) {
        List<T> more = new ArrayList<>(list);
        more.add(one);
        return more;
    }
}
