package io.redress.department.adapter.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.redress.chassis.http.Checks;
import io.redress.chassis.http.Outcomes;
import io.redress.chassis.http.Positions;
import io.redress.chassis.http.Refusal;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.lanes.Outcome;
import io.redress.chassis.lanes.Submission;
import io.redress.chassis.security.Caller;
import io.redress.contracts.DepartmentCode;
import io.redress.department.application.CharterRegistry;
import io.redress.department.application.CharterRegistry.Seen;
import io.redress.department.application.EditionView;
import io.redress.department.domain.CharterBook.Edition;
import io.redress.department.domain.CharterCommand.AgreeToCharter;
import io.redress.department.domain.DepartmentFact;
import io.redress.department.domain.DepartmentState;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** All versions of a charter, and who has agreed to which (R74). */
@RestController
class CharterVersionsEndpoint {
    static final String ADDRESS = CharterEndpoint.ADDRESS + "/versions";
    static final String ONE = ADDRESS + "/{version}";
    private static final int MAX_LIMIT = 100;
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    private final CharterRegistry registry;

    CharterVersionsEndpoint(CharterRegistry registry) {
        this.registry = registry;
    }

    /** @param cursor the number of the version to go on with */
    @GetMapping(ADDRESS)
    Mono<EditionList> list(
            @PathVariable DepartmentCode code,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(defaultValue = "") String cursor,
            Positions atLeast) {
        Checks checks = new Checks();
        checks.range("/limit", limit, 1, MAX_LIMIT);
        checks.orRefuse();
        if (!cursor.isEmpty() && !NUMBER.matcher(cursor).matches()) {
            throw Refusal.unreadable("Expected a cursor that a former page gave.");
        }
        return registry.read(code, atLeast.values()).flatMap(seen -> {
            int last = seen.book().lastVersion();
            int to = cursor.isEmpty() ? last : Math.min(last, Integer.parseInt(cursor));
            int from = Math.max(1, to - limit + 1);
            return registry.editions(seen.book(), from, to)
                    .map(editions -> new EditionList(
                            editions.reversed().stream()
                                    .map(it -> EditionView.brief(seen.book(), it, seen.at()))
                                    .toList(),
                            from == 1 ? null : Integer.toString(from - 1)));
        });
    }

    @GetMapping(ONE)
    Mono<ResponseEntity<EditionView>> read(
            @PathVariable DepartmentCode code, @PathVariable int version, Positions atLeast) {
        return registry.read(code, atLeast.values())
                .flatMap(seen ->
                        registry.editions(seen.book(), version, version).map(found -> one(seen, found, version)));
    }

    private static ResponseEntity<EditionView> one(Seen seen, List<Edition> found, int version) {
        if (found.isEmpty() || found.getFirst().version() != version) {
            throw Refusal.notFound();
        }
        EditionView view = EditionView.of(seen.book(), found.getFirst(), seen.at());
        return ResponseEntity.ok()
                .eTag("\"%d.%d.%s\"".formatted(version, view.agreed().size(), view.state()))
                .body(view);
    }

    @PostMapping(ONE + ":agree")
    Mono<ResponseEntity<EditionView>> agree(
            @PathVariable DepartmentCode code,
            @PathVariable int version,
            @RequestBody AgreementBody body,
            Caller caller,
            @RequestHeader(name = "traceparent", defaultValue = "") String traceparent) {
        DepartmentCode with = Objects.requireNonNull(body.department());
        Checks checks = new Checks();
        checks.that(
                        caller.departments().contains(with.value()),
                        "/department",
                        "Expected a department of your own, but got " + with + ".")
                .that(
                        !with.equals(code),
                        "/department",
                        "Expected another department than the one whose charter it is.");
        checks.orRefuse();
        return registry.submit(code, new AgreeToCharter(version, with, caller.subject()), Submission.ANY, traceparent)
                .map(CharterVersionsEndpoint::accepted)
                .map(view -> {
                    Seen now = registry.seen(code, view);
                    Edition agreed = now.book().edition(version).orElseThrow();
                    return CharterEndpoint.stamped(now, view).body(EditionView.of(now.book(), agreed, now.at()));
                });
    }

    private static CaseView<DepartmentState> accepted(Outcome<DepartmentState, DepartmentFact> outcome) {
        if (outcome instanceof Outcome.Rejected<DepartmentState, DepartmentFact>(var code, var _, var _)
                && code.equals("unknown-version")) {
            throw Refusal.notFound();
        }
        return Outcomes.accepted(outcome).view();
    }

    /** One page, the latest version first; {@code next} is absent on the last. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EditionList(List<EditionView> versions, @Nullable String next) {}
}
