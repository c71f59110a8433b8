package io.redress.routing.adapter.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.redress.chassis.http.Answers;
import io.redress.chassis.http.Checks;
import io.redress.chassis.http.ExpectedRevision;
import io.redress.chassis.http.IdempotencyKey;
import io.redress.chassis.http.Outcomes;
import io.redress.chassis.http.Refusal;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.lanes.Outcome;
import io.redress.chassis.lanes.Submission;
import io.redress.chassis.security.Caller;
import io.redress.chassis.store.IndexQuery;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Party;
import io.redress.routing.application.SilenceEntries;
import io.redress.routing.domain.Absence;
import io.redress.routing.domain.AbsenceCommand.EndAbsence;
import io.redress.routing.domain.AbsenceCommand.NoteAbsence;
import io.redress.routing.domain.Departments;
import io.redress.routing.domain.RoutingCommand;
import io.redress.routing.domain.RoutingFact;
import io.redress.routing.domain.RoutingState;
import io.redress.routing.domain.RoutingState.Away;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Who is away, and who acts meanwhile. */
@RestController
class AbsenceEndpoint {
    private static final String ADDRESS = "/api/v1/absences";
    private static final String PREFIX = "absence:";
    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");
    private static final int MAX_LIMIT = 200;

    private final CaseLanes<RoutingState, RoutingCommand, RoutingFact> lanes;
    private final Departments departments;
    private final InstantSource clock;

    AbsenceEndpoint(
            CaseLanes<RoutingState, RoutingCommand, RoutingFact> lanes, Departments departments, InstantSource clock) {
        this.lanes = lanes;
        this.departments = departments;
        this.clock = clock;
    }

    @PostMapping(ADDRESS)
    Mono<ResponseEntity<AbsenceView>> note(@RequestBody AbsenceBody body, IdempotencyKey key, Caller caller) {
        Instant now = clock.instant();
        Checks checks = new Checks();
        registered(checks, "/party", body.absent());
        registered(checks, "/deputy", body.standIn());
        checks.that(
                body.until() == null || body.until().isAfter(now),
                "/until",
                "Expected an instant that is still to come, but it is past.");
        checks.orRefuse();
        if (!maySpeakFor(caller, body.absent())) {
            throw Refusal.forbidden();
        }
        String id = UUID.nameUUIDFromBytes((caller.subject() + "\n" + key.value()).getBytes(UTF_8))
                .toString();
        Absence absence = body.absence(id, caller.subject(), now);
        return lanes.submit(Submission.of(PREFIX + id, new NoteAbsence(absence)))
                .map(outcome -> noted(outcome, caller));
    }

    private static ResponseEntity<AbsenceView> noted(Outcome<RoutingState, RoutingFact> outcome, Caller caller) {
        if (outcome instanceof Outcome.Rejected<RoutingState, RoutingFact>(var code, var explanation, var _)
                && code.equals("idempotency-key-reused")) {
            throw Refusal.unprocessable(code, explanation + ".");
        }
        var accepted = Outcomes.accepted(outcome);
        Away away = away(accepted.view());
        var answer = ResponseEntity.created(
                        URI.create(ADDRESS + "/" + away.absence().id()))
                .eTag(ExpectedRevision.tag(accepted.view().version()));
        return (accepted.events().isEmpty() ? answer.header(Answers.REPLAYED, "true") : answer)
                .body(AbsenceView.of(away, caller));
    }

    @GetMapping(ADDRESS)
    Mono<AbsenceList> list(
            @RequestParam(defaultValue = SilenceEntries.CURRENT) String state,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "") String cursor,
            Caller caller) {
        Checks checks = new Checks();
        checks.oneOf("/state", state, List.of(SilenceEntries.CURRENT, SilenceEntries.PAST))
                .range("/limit", limit, 1, MAX_LIMIT)
                .length("/cursor", cursor, 0, 500);
        checks.orRefuse();
        return lanes.find(new IndexQuery(SilenceEntries.ABSENCES, state, cursor, limit))
                .map(page -> new AbsenceList(
                        page.cases().stream()
                                .map(it -> AbsenceView.of(away(it), caller))
                                .toList(),
                        page.next().isEmpty() ? null : page.next()));
    }

    @GetMapping(ADDRESS + "/{id}")
    Mono<ResponseEntity<AbsenceView>> read(@PathVariable String id, Caller caller) {
        return lanes.read(document(id)).map(view -> Answers.seen(view.version(), AbsenceView.of(away(view), caller)));
    }

    /** They are back, or it was a mistake; what went to the deputy stays there. */
    @PostMapping(ADDRESS + "/{id}/end")
    Mono<ResponseEntity<AbsenceView>> end(@PathVariable String id, ExpectedRevision seen, Caller caller) {
        return lanes.read(document(id)).flatMap(view -> {
            if (!maySpeakFor(caller, away(view).absence().party())) {
                throw Refusal.forbidden();
            }
            seen.orRefuse(view.version());
            RoutingCommand command = new EndAbsence();
            return lanes.submit(Submission.of(document(id), command).expecting(view.version()))
                    .map(Outcomes::accepted)
                    .map(accepted -> ResponseEntity.ok()
                            .eTag(ExpectedRevision.tag(accepted.view().version()))
                            .body(AbsenceView.of(away(accepted.view()), caller)));
        });
    }

    private void registered(Checks checks, String pointer, Party party) {
        checks.that(
                !party.isDepartment() || departments.knows(new DepartmentCode(party.id())),
                pointer,
                "Expected a registered department, but got " + party.id() + ".");
    }

    private static String document(String id) {
        if (!ID.matcher(id).matches()) {
            throw Refusal.notFound();
        }
        return PREFIX + id;
    }

    private static Away away(CaseView<RoutingState> view) {
        if (view.state() instanceof Away away) {
            return away;
        }
        throw Refusal.notFound();
    }

    private static boolean maySpeakFor(Caller caller, Party party) {
        return caller.is("supervisor")
                || party.isConsultant()
                        && caller.is("consultant")
                        && caller.subject().equals(party.id())
                || party.isDepartment() && caller.departments().contains(party.id());
    }

    /** One page; {@code next} is absent on the last. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AbsenceList(List<AbsenceView> absences, @Nullable String next) {}

    /**
     * An absence.
     *
     * @param reason only for the party itself, whoever noted it, and supervisors
     * @param endedAt absent while it is not over
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AbsenceView(
            String id,
            Party party,
            Instant from,
            Instant until,
            Party deputy,
            @Nullable String reason,
            @Nullable Instant endedAt) {
        static AbsenceView of(Away away, Caller caller) {
            Absence absence = away.absence();
            boolean concerned =
                    maySpeakFor(caller, absence.party()) || caller.subject().equals(absence.by());
            return new AbsenceView(
                    absence.id(),
                    absence.party(),
                    absence.from(),
                    absence.until(),
                    absence.deputy(),
                    concerned ? absence.reason() : null,
                    away.endedAt());
        }
    }
}
