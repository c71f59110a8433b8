package io.redress.routing.adapter.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.redress.chassis.http.Answers;
import io.redress.chassis.http.Checks;
import io.redress.chassis.http.ExpectedRevision;
import io.redress.chassis.http.IdempotencyKey;
import io.redress.chassis.http.Outcomes;
import io.redress.chassis.http.Positions;
import io.redress.chassis.http.Refusal;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.lanes.Outcome;
import io.redress.chassis.security.Caller;
import io.redress.contracts.CaseId;
import io.redress.contracts.IncidentId;
import io.redress.routing.adapter.http.IncidentView.AttachedView;
import io.redress.routing.adapter.http.IncidentView.IncidentList;
import io.redress.routing.adapter.http.IncidentView.MemberLine;
import io.redress.routing.adapter.http.IncidentView.MemberList;
import io.redress.routing.application.IncidentEntries;
import io.redress.routing.domain.Incident;
import io.redress.routing.domain.IncidentCommand;
import io.redress.routing.domain.IncidentCommand.CloseIncident;
import io.redress.routing.domain.IncidentCommand.DecideMode;
import io.redress.routing.domain.IncidentCommand.DismissIncident;
import io.redress.routing.domain.IncidentCommand.LeaveIncident;
import io.redress.routing.domain.IncidentCommand.OpenIncident;
import io.redress.routing.domain.IncidentCommand.ProposeIncident;
import io.redress.routing.domain.IncidentState.Membership;
import io.redress.routing.domain.RoutingFact;
import io.redress.routing.domain.RoutingState;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Mass problems: what was noticed, what was decided about it and by whom, and who belongs to it. */
@RestController
class IncidentEndpoint {
    static final String PATH = "/api/v1/incidents";
    private static final List<String> STATUSES =
            List.of(IncidentEntries.ALL, IncidentEntries.LIVE, "proposed", "open", "closed", "dismissed");
    private static final int MOST = 200;

    private final HandleIncidents incidents;
    private final InstantSource clock;

    IncidentEndpoint(HandleIncidents incidents, InstantSource clock) {
        this.incidents = incidents;
        this.clock = clock;
    }

    @GetMapping(PATH)
    Mono<IncidentList> list(
            @RequestParam(defaultValue = "live") String status,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "") String cursor) {
        Checks checks = new Checks();
        checks.oneOf("/status", status, STATUSES)
                .range("/limit", limit, 1, MOST)
                .length("/cursor", cursor, 0, 500)
                .orRefuse();
        return incidents
                .list(status, cursor, limit)
                .map(page -> new IncidentList(
                        page.cases().stream()
                                .map(HandleIncidents::incident)
                                .map(it -> IncidentView.of(it, null, null))
                                .toList(),
                        page.next().isEmpty() ? null : page.next()));
    }

    /** The same key names the same incident, so asking twice proposes one. */
    @PostMapping(PATH)
    Mono<ResponseEntity<IncidentView>> propose(@RequestBody IncidentBody body, IdempotencyKey key, Caller caller) {
        byte[] name = (caller.subject() + '\0' + key.value()).getBytes(UTF_8);
        IncidentId id = new IncidentId(UUID.nameUUIDFromBytes(name).toString());
        Instant since = body.since() == null ? clock.instant() : body.since();
        var command = new ProposeIncident(id, body.signature(), since, null, body.why(), caller.subject());
        return incidents.submit(id, command).map(IncidentEndpoint::orTaken).flatMap(accepted -> {
            Incident proposed = HandleIncidents.incident(accepted.view());
            boolean another = !proposed.signature().equals(body.signature())
                    || !proposed.decisions().getFirst().reason().equals(body.why());
            if (another) {
                return Mono.error(Refusal.unprocessable(
                        "idempotency-key-reused",
                        "Expected a new Idempotency-Key for another incident, but it was used before."));
            }
            return view(accepted.view())
                    .map(view ->
                            Answers.created(URI.create(PATH + "/" + id), written(accepted.view(), accepted), view));
        });
    }

    @GetMapping(PATH + "/{id}")
    Mono<ResponseEntity<IncidentView>> read(@PathVariable IncidentId id) {
        return incidents.read(id).flatMap(view -> view(view).map(body -> Answers.seen(view.version(), body)));
    }

    @PostMapping(PATH + "/{id}/opening")
    Mono<ResponseEntity<IncidentView>> open(
            @PathVariable IncidentId id, @RequestBody ReasonBody body, ExpectedRevision seen, Caller caller) {
        return decide(id, seen, new OpenIncident(id, body.why(), caller.subject()));
    }

    @PostMapping(PATH + "/{id}/dismissal")
    Mono<ResponseEntity<IncidentView>> dismiss(
            @PathVariable IncidentId id, @RequestBody ReasonBody body, ExpectedRevision seen, Caller caller) {
        return decide(id, seen, new DismissIncident(id, body.why(), caller.subject()));
    }

    @PostMapping(PATH + "/{id}/closure")
    Mono<ResponseEntity<IncidentView>> close(
            @PathVariable IncidentId id, @RequestBody ReasonBody body, ExpectedRevision seen, Caller caller) {
        return decide(id, seen, new CloseIncident(id, body.why(), caller.subject()));
    }

    @PostMapping(PATH + "/{id}/mode")
    Mono<ResponseEntity<IncidentView>> decideMode(
            @PathVariable IncidentId id, @RequestBody ModeBody body, ExpectedRevision seen, Caller caller) {
        return decide(id, seen, new DecideMode(id, body.decided(), body.why(), caller.subject()));
    }

    @PostMapping(PATH + "/{id}/accounts")
    Mono<ResponseEntity<AttachedView>> attach(
            @PathVariable IncidentId id, @RequestBody AccountsBody body, Caller caller) {
        return incidents
                .read(id)
                .flatMap(view -> incidents
                        .attach(id, body.all(), caller.subject())
                        .flatMap(fresh -> incidents
                                .accounts(id)
                                .map(all -> Answers.written(
                                        Answers.Written.now(id.value(), view.version(), positions(view)),
                                        new AttachedView(fresh, all)))));
    }

    @GetMapping(PATH + "/{id}/members")
    Mono<MemberList> members(
            @PathVariable IncidentId id,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "") String cursor) {
        new Checks()
                .range("/limit", limit, 1, MOST)
                .length("/cursor", cursor, 0, 500)
                .orRefuse();
        return incidents
                .read(id)
                .flatMap(_ -> incidents.members(id, cursor, limit))
                .map(page -> new MemberList(
                        page.cases().stream()
                                .flatMap(view -> line(view).stream())
                                .toList(),
                        page.next().isEmpty() ? null : page.next()));
    }

    @PostMapping(PATH + "/{id}/members/{caseId}/removal")
    Mono<ResponseEntity<IncidentView>> remove(
            @PathVariable IncidentId id, @PathVariable CaseId caseId, @RequestBody ReasonBody body, Caller caller) {
        return incidents
                .read(id)
                .flatMap(before -> incidents
                        .submit(caseId, new LeaveIncident(caseId, id, body.why(), caller.subject()))
                        .map(IncidentEndpoint::memberOrNotFound)
                        .flatMap(left -> view(before)
                                .map(view -> Answers.written(
                                        Answers.Written.now(
                                                caseId.value(), left.view().version(), positions(left.view())),
                                        view))));
    }

    private Mono<ResponseEntity<IncidentView>> decide(IncidentId id, ExpectedRevision seen, IncidentCommand command) {
        return incidents.read(id).flatMap(view -> {
            seen.orRefuse(view.version());
            return incidents
                    .submit(id, command, view.version())
                    .map(Outcomes::accepted)
                    .flatMap(accepted -> view(accepted.view())
                            .map(body -> Answers.written(written(accepted.view(), accepted), body)));
        });
    }

    private static Outcome.Accepted<RoutingState, RoutingFact> orTaken(Outcome<RoutingState, RoutingFact> outcome) {
        if (outcome instanceof Outcome.Taken<RoutingState, RoutingFact>(var _, var _, var by)) {
            throw Refusal.conflict(
                    "incident-lives",
                    "Expected no live incident of this kind, but there is one.",
                    by.substring(by.indexOf(':') + 1));
        }
        return Outcomes.accepted(outcome);
    }

    private static Outcome.Accepted<RoutingState, RoutingFact> memberOrNotFound(
            Outcome<RoutingState, RoutingFact> outcome) {
        if (outcome instanceof Outcome.Rejected<RoutingState, RoutingFact>(var code, var _, var _)
                && code.equals("not-a-member")) {
            throw Refusal.notFound();
        }
        return Outcomes.accepted(outcome);
    }

    private static Answers.Written written(
            CaseView<RoutingState> view, Outcome.Accepted<RoutingState, RoutingFact> accepted) {
        String id = HandleIncidents.incident(view).id().value();
        return new Answers.Written(
                id, view.version(), positions(view), accepted.events().isEmpty());
    }

    private static Positions positions(CaseView<RoutingState> view) {
        return Outcomes.written(view, IncidentEntries.STREAM).positions();
    }

    private Mono<IncidentView> view(CaseView<RoutingState> view) {
        Incident incident = HandleIncidents.incident(view);
        return Mono.zip(incidents.countMembers(incident.id()), incidents.accounts(incident.id()))
                .map(counts -> IncidentView.of(incident, counts.getT1(), counts.getT2()));
    }

    private static Optional<MemberLine> line(CaseView<RoutingState> view) {
        return view.state() instanceof Membership it && it.since() != null
                ? Optional.of(new MemberLine(it.caseId().value(), it.since()))
                : Optional.empty();
    }
}
