package io.redress.resolution.adapter.http;

import io.redress.chassis.http.Checks;
import io.redress.chassis.http.ExpectedRevision;
import io.redress.chassis.http.Outcomes;
import io.redress.chassis.http.Refusal;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.lanes.Outcome;
import io.redress.chassis.lanes.Submission;
import io.redress.chassis.security.Caller;
import io.redress.resolution.application.ReservationEntries;
import io.redress.resolution.domain.ResolutionCommand;
import io.redress.resolution.domain.ResolutionFact;
import io.redress.resolution.domain.ResolutionState;
import io.redress.resolution.domain.Resource;
import io.redress.resolution.domain.ResourceCommand.DeclareResource;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What there is only so much of, as its department declares it. */
@RestController
class ResourceEndpoint {
    static final String PATH = "/api/v1/resources";
    static final String ONE = PATH + "/{name}";

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,49}");
    private static final int MAX_LIMIT = 200;
    private static final int LONGEST_CURSOR = 500;

    private final CaseLanes<ResolutionState, ResolutionCommand, ResolutionFact> lanes;

    ResourceEndpoint(CaseLanes<ResolutionState, ResolutionCommand, ResolutionFact> lanes) {
        this.lanes = lanes;
    }

    @GetMapping(PATH)
    Mono<ResourceView.Page> list(
            @RequestParam(defaultValue = "50") int limit, @RequestParam(defaultValue = "") String cursor) {
        Checks checks = new Checks();
        checks.range("/limit", limit, 1, MAX_LIMIT).length("/cursor", cursor, 0, LONGEST_CURSOR);
        checks.orRefuse();
        return lanes.find(ReservationEntries.resources(cursor, limit))
                .map(page -> new ResourceView.Page(
                        page.cases().stream().map(ResourceEndpoint::body).toList(), page.next()));
    }

    @GetMapping(ONE)
    Mono<ResponseEntity<ResourceView>> read(@PathVariable String name) {
        return lanes.read(Resource.documentOf(name))
                .filter(view -> view.state() instanceof Resource)
                .switchIfEmpty(Mono.error(Refusal::notFound))
                .map(view -> answer(HttpStatus.OK, view));
    }

    /** What is declared counts as seen whatever is held meanwhile; a first declaration says that it saw none. */
    @PutMapping(ONE)
    Mono<ResponseEntity<ResourceView>> declare(
            @PathVariable String name,
            @RequestBody ResourceBody body,
            Caller caller,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestHeader(name = "If-None-Match", defaultValue = "") String ifNoneMatch) {
        Checks checks = new Checks();
        checks.matches("/name", name, NAME, "a name of lower-case letters, digits and hyphens")
                .that(
                        caller.is("supervisor")
                                || caller.departments().contains(Objects.requireNonNullElse(body.owner(), "")),
                        "/owner",
                        "Expected a department of your own.");
        checks.orRefuse();
        boolean first = ifNoneMatch.strip().equals("*");
        ExpectedRevision seen = first ? null : ExpectedRevision.parse(ifMatch);
        ResolutionCommand declare = new DeclareResource(name, body.terms(), seen == null ? null : declaration(seen));
        return lanes.submit(Submission.of(Resource.documentOf(name), declare)).map(outcome -> {
            orRefuse(outcome, seen);
            var accepted = Outcomes.accepted(outcome);
            boolean created = first && !accepted.events().isEmpty();
            return answer(created ? HttpStatus.CREATED : HttpStatus.OK, accepted.view());
        });
    }

    private static void orRefuse(Outcome<ResolutionState, ResolutionFact> outcome, @Nullable ExpectedRevision seen) {
        if (outcome instanceof Outcome.Rejected<ResolutionState, ResolutionFact>(var code, var why, var view)) {
            if (code.equals(Resource.STALE)) {
                long current = view.state() instanceof Resource known ? known.revision() : 0;
                throw Refusal.stale(seen == null ? "*" : seen.tag(), current);
            }
            if (code.equals("unusable-quantity")) {
                throw Refusal.unprocessable(code, why);
            }
        }
    }

    /** The number of the declaration in an {@code ETag}; what follows the point changes with every hold. */
    private static long declaration(ExpectedRevision seen) {
        String number = seen.tag().replaceAll("\"", "").split("\\.", -1)[0];
        return number.matches("[0-9]{1,18}") ? Long.parseLong(number) : -1;
    }

    private static ResponseEntity<ResourceView> answer(HttpStatus status, CaseView<ResolutionState> view) {
        ResourceView body = body(view);
        return ResponseEntity.status(status)
                .eTag("\"" + body.revision() + "." + view.version() + "\"")
                .body(body);
    }

    private static ResourceView body(CaseView<ResolutionState> view) {
        if (view.state() instanceof Resource resource) {
            return ResourceView.of(resource);
        }
        throw Refusal.notFound();
    }
}
