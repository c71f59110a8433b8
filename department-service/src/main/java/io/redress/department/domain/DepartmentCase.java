package io.redress.department.domain;

import io.redress.contracts.DepartmentCode;
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
 * @param early replies that wait for what they are about
 * @param cooperation how departments help each other with it
 * @param dealings how they serve each other
 * @param registered the departments that there were when the last request was raised; empty where that is not known
 */
public record DepartmentCase(
        String words,
        String language,
        List<Request> requests,
        List<RequestId> lastWords,
        List<EarlyReply> early,
        Cooperation cooperation,
        Dealings dealings,
        List<DepartmentCode> registered)
        implements DepartmentState {

    static final DepartmentCase EMPTY = new DepartmentCase("", "", List.of(), List.of(), List.of(), null, null, null);

    /** @param cooperation absent in what an older version has stored, as are {@code dealings} and {@code registered} */
    public DepartmentCase(
            String words,
            String language,
            List<Request> requests,
            List<RequestId> lastWords,
            List<EarlyReply> early,
            @Nullable Cooperation cooperation,
            @Nullable Dealings dealings,
            @Nullable List<DepartmentCode> registered) {
        this.words = words;
        this.language = language;
        this.requests = List.copyOf(requests);
        this.lastWords = List.copyOf(lastWords);
        this.early = List.copyOf(early);
        this.cooperation = cooperation == null ? Cooperation.NONE : cooperation;
        this.dealings = dealings == null ? Dealings.NONE : dealings;
        this.registered = registered == null ? List.of() : List.copyOf(registered);
    }

    /** Whether departments have heard of it. */
    boolean isKnown() {
        return cooperation.owner() != null || !requests.isEmpty();
    }

    /** Whether a reply has what it is about. */
    boolean hasSubjectOf(DepartmentReply reply) {
        return reply instanceof DepartmentReply.OnRequest on ? request(on.requestId()) != null : isKnown();
    }

    /** A reply that waits for its request or case, but not for ever. */
    public record EarlyReply(DepartmentReply reply, Instant until) {}

    /** A request by its id; null where nobody has told us of it. */
    public @Nullable Request request(RequestId id) {
        return requests.stream()
                .filter(it -> it.ask().id().equals(id))
                .findFirst()
                .orElse(null);
    }

    DepartmentCase taking(Request request, String itsWords, String itsLanguage) {
        return new DepartmentCase(
                itsWords, itsLanguage, with(requests, request), lastWords, early, cooperation, dealings, registered);
    }

    DepartmentCase among(@Nullable List<DepartmentCode> departments) {
        return departments == null
                ? this
                : new DepartmentCase(words, language, requests, lastWords, early, cooperation, dealings, departments);
    }

    DepartmentCase with(Cooperation next) {
        return new DepartmentCase(words, language, requests, lastWords, early, next, dealings, registered);
    }

    DepartmentCase with(Dealings next) {
        return new DepartmentCase(words, language, requests, lastWords, early, cooperation, next, registered);
    }

    /** What waited for something that is there now does not wait any more. */
    DepartmentCase heardEarly() {
        List<EarlyReply> still =
                early.stream().filter(it -> !hasSubjectOf(it.reply())).toList();
        return new DepartmentCase(words, language, requests, lastWords, still, cooperation, dealings, registered);
    }

    DepartmentCase replacing(RequestId id, UnaryOperator<Request> change) {
        List<Request> changed = requests.stream()
                .map(it -> it.ask().id().equals(id) ? change.apply(it) : it)
                .toList();
        return new DepartmentCase(words, language, changed, lastWords, early, cooperation, dealings, registered);
    }

    DepartmentCase withLastWord(RequestId id) {
        return new DepartmentCase(
                words, language, requests, with(lastWords, id), early, cooperation, dealings, registered);
    }

    DepartmentCase keeping(EarlyReply reply) {
        return new DepartmentCase(
                words, language, requests, lastWords, with(early, reply), cooperation, dealings, registered);
    }

    DepartmentCase forgettingEarly(Instant until) {
        List<EarlyReply> still =
                early.stream().filter(it -> it.until().isAfter(until)).toList();
        return new DepartmentCase(words, language, requests, lastWords, still, cooperation, dealings, registered);
    }

    private static <T> List<T> with(List<T> list, T one) {
        List<T> more = new ArrayList<>(list);
        more.add(one);
        return more;
    }
}
