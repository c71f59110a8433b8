package io.redress.department.domain;

import io.redress.contracts.Party;
import io.redress.contracts.RequestId;
import io.redress.department.domain.Cooperation.Help;
import io.redress.department.domain.Cooperation.Question;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * With whom to speak on one side of a request, whatever technology is between (R138).
 *
 * @param name the consultant, or whoever of the department has spoken about the request last; absent where nobody has yet
 * @param contact whom the department names for everything; absent where it names nobody
 */
public record Counterpart(
        Party party, @Nullable String name, @Nullable Contact contact) {

    /** Who works on the request. */
    public static Counterpart working(DepartmentCase state, Request request) {
        Request.Ask ask = request.ask();
        return new Counterpart(
                Party.department(ask.department()),
                lastToSpeak(state, request),
                ask.terms().contact());
    }

    /** Who needs it: the consultant, or whoever of the department that is helped has wished for it. */
    public static Counterpart asking(DepartmentCase state, Request.Ask ask) {
        Party requester = Asking.requester(state, ask);
        Request helped = ask.parent() == null ? null : state.request(Objects.requireNonNull(ask.parent()));
        if (helped == null) {
            return consultant(requester);
        }
        String wished = state.cooperation().helpsFor(helped.ask().id()).stream()
                .filter(it -> it.reply().from().equals(ask.department())
                        && it.reply().subject().equals(ask.subject()))
                .map(Help::reply)
                .map(it -> it.by())
                .reduce((_, later) -> later)
                .orElseGet(() -> lastToSpeak(state, helped));
        return new Counterpart(requester, wished, helped.ask().terms().contact());
    }

    /** Who answers for the case towards the customer; null until that is known. */
    public static @Nullable Counterpart answeringForCase(DepartmentCase state) {
        Party owner = state.cooperation().owner();
        return owner == null ? null : consultant(owner);
    }

    private static Counterpart consultant(Party party) {
        return new Counterpart(party, party.isConsultant() ? party.id() : null, null);
    }

    private record Spoken(String by, Instant at) {}

    private static @Nullable String lastToSpeak(DepartmentCase state, Request request) {
        RequestId id = request.ask().id();
        Stream<Spoken> notes =
                request.progress().stream().map(it -> new Spoken(it.reply().by(), it.at()));
        Stream<Spoken> questions = state.cooperation().questionsAbout(id).stream()
                .filter(it -> !it.isOfCharter())
                .map(Counterpart::spoken);
        Stream<Spoken> promises = state.dealings().commitments().all().stream()
                .filter(it -> it.requestId().equals(id))
                .map(it -> new Spoken(it.reply().by(), it.madeAt()));
        Stream<Spoken> ended = switch (request) {
            case Request.Answered it -> Stream.of(new Spoken(it.reply().by(), it.at()));
            case Request.OnOffer it -> Stream.of(new Spoken(it.reply().by(), it.at()));
            case Request.Declined it -> Stream.of(new Spoken(it.reply().by(), it.at()));
            default -> Stream.empty();
        };
        return Stream.of(notes, questions, promises, ended)
                .flatMap(it -> it)
                .max(Comparator.comparing(Spoken::at))
                .map(Spoken::by)
                .orElse(null);
    }

    private static Spoken spoken(Question question) {
        return new Spoken(question.reply().by(), question.askedAt());
    }
}
