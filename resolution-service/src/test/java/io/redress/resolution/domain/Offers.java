package io.redress.resolution.domain;

import static io.redress.resolution.domain.Cases.FINANCE;
import static io.redress.resolution.domain.Cases.NOW;
import static io.redress.resolution.domain.Cases.REFUND;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.CaseId;
import io.redress.contracts.OptionIdea;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.ReservationEvent.MissingReason;
import io.redress.contracts.Reserve;
import io.redress.contracts.ResolutionEvent;
import io.redress.contracts.ResolutionEvent.Option;
import io.redress.contracts.ResolutionEvent.SolutionsProposed;
import io.redress.resolution.domain.Progress.Proposed;
import io.redress.resolution.domain.ReservationCommand.NoteHeld;
import io.redress.resolution.domain.ReservationCommand.NoteMissing;
import io.redress.resolution.domain.ReservationCommand.NoteSettledHold;
import io.redress.resolution.domain.ReservationCommand.NoteTaken;
import io.redress.resolution.domain.ResolutionCommand.Choose;
import io.redress.resolution.domain.ResolutionCommand.LearnAnswer;
import io.redress.resolution.domain.ResolutionCommand.LearnRouting;
import io.redress.resolution.domain.ResolutionFact.Published;
import io.redress.resolution.domain.ResourceCommand.HoldFor;
import io.redress.resolution.domain.ResourceCommand.NoteLapseTold;
import io.redress.resolution.domain.ResourceCommand.ReleaseHeld;
import io.redress.resolution.domain.ResourceCommand.TakeHeld;
import io.redress.resolution.domain.ResourceCommand.UseUp;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Cases and resources that tell each other things, one word at a time, in whatever order a test wants. */
final class Offers {
    static final String MODEMS = "modems";
    static final OptionIdea NEW_MODEM =
            new OptionIdea("replacement", "A new modem.", null, 2, null, null, null, List.of(new Reserve(MODEMS, "1")));

    final ResolutionRules rules = Cases.rules();
    private final Map<String, ResolutionState> documents = new LinkedHashMap<>();
    final Map<String, List<ResolutionEvent>> told = new LinkedHashMap<>();
    Instant now = NOW;

    ResolutionState state(String id) {
        return documents.getOrDefault(id, rules.initialState());
    }

    ResolutionCase known(String caseId) {
        return ResolutionRules.caseOf(state(caseId));
    }

    Resource resource() {
        return (Resource) state(Resource.documentOf(MODEMS));
    }

    Decision<ResolutionFact> submit(String id, ResolutionCommand command) {
        Decision<ResolutionFact> decided = rules.decide(state(id), command, now);
        if (decided instanceof Decision.Accepted<ResolutionFact>(var facts)) {
            for (ResolutionFact fact : facts) {
                documents.put(id, rules.evolve(state(id), fact));
                if (fact instanceof Published(ResolutionEvent event)) {
                    told.computeIfAbsent(id, _ -> new ArrayList<>()).add(event);
                }
            }
        }
        return decided;
    }

    void declare(String capacity) {
        Long seen = state(Resource.documentOf(MODEMS)) instanceof Resource known ? known.revision() : null;
        submit(
                Resource.documentOf(MODEMS),
                new ResourceCommand.DeclareResource(
                        MODEMS,
                        new ResourceTerms(
                                ResourceTerms.Kind.STOCK,
                                FINANCE,
                                null,
                                List.of(new ResourceTerms.Part("", new BigDecimal(capacity)))),
                        seen));
    }

    /** A new case whose only department has these ideas. */
    String answered(OptionIdea... ideas) {
        CaseId caseId = new CaseId(UUID.randomUUID().toString());
        var routed = Cases.routed(FINANCE).routed();
        submit(
                caseId.value(),
                new LearnRouting(new io.redress.contracts.RoutingEvent.CaseRouted(
                        caseId,
                        routed.nature(),
                        routed.cause(),
                        routed.lead(),
                        List.of(new io.redress.contracts.RoutingEvent.Involvement(
                                FINANCE, RequestId.of(caseId, 1), RequestKind.SOLUTION, "handles it")),
                        routed.owner(),
                        routed.customer(),
                        routed.submittedBy(),
                        routed.language(),
                        routed.rule(),
                        NOW,
                        NOW.plus(Duration.ofDays(1)))));
        submit(
                caseId.value(),
                new LearnAnswer(new io.redress.contracts.DepartmentEvent.RequestAnswered(
                        caseId,
                        RequestId.of(caseId, 1),
                        FINANCE,
                        RequestKind.SOLUTION,
                        null,
                        true,
                        "What we found.",
                        List.of(),
                        List.of(ideas),
                        "silvia",
                        now)));
        return caseId.value();
    }

    String offered() {
        return answered(NEW_MODEM, REFUND);
    }

    /** Says everything that is still to be said. */
    void settle() {
        boolean more = true;
        while (more) {
            more = false;
            for (String id : List.copyOf(documents.keySet())) {
                more |= settle(id);
            }
        }
    }

    /** Says one thing that this case or resource has still to say; no where there is none. */
    boolean settle(String id) {
        if (state(id) instanceof Resource resource) {
            return resource.untold().stream()
                    .findFirst()
                    .map(it -> tell(id, it))
                    .orElse(false);
        }
        return known(id).assurances().reservations().lines().stream()
                .filter(Reservation::isOutstanding)
                .findFirst()
                .map(line -> ask(id, line))
                .orElse(false);
    }

    private boolean tell(String id, Resource.Lapse lapse) {
        submit(lapse.caseId().value(), new NoteMissing(lapse.holdId(), lapse.reason()));
        submit(id, new NoteLapseTold(lapse.holdId()));
        return true;
    }

    private boolean ask(String caseId, Reservation line) {
        String resource = Resource.documentOf(line.resource());
        ResourceCommand question = switch (line.stage()) {
            case TO_TAKE -> new TakeHeld(line.id());
            case TO_RELEASE -> new ReleaseHeld(line.id());
            case TO_USE_UP -> new UseUp(line.id());
            default ->
                new HoldFor(
                        line.id(),
                        new CaseId(caseId),
                        Resource.partOf(line.resource()),
                        new BigDecimal(line.quantity()),
                        line.keptUntil());
        };
        Decision<ResolutionFact> answer = submit(resource, question);
        boolean agreed = answer instanceof Decision.Accepted<ResolutionFact>;
        submit(
                caseId,
                switch (line.stage()) {
                    case TO_RELEASE, TO_USE_UP -> new NoteSettledHold(line.id());
                    case TO_TAKE ->
                        agreed ? new NoteTaken(line.id()) : new NoteMissing(line.id(), MissingReason.REDUCED);
                    default ->
                        agreed ? new NoteHeld(line.id(), line.until()) : new NoteMissing(line.id(), reason(answer));
                });
        return true;
    }

    private static MissingReason reason(Decision<ResolutionFact> answer) {
        return answer instanceof Decision.Rejected<ResolutionFact>(var code, var _) && code.equals("lapsed")
                ? MissingReason.EXPIRED
                : MissingReason.NOT_ENOUGH;
    }

    SolutionsProposed proposal(String caseId) {
        return ((Proposed) known(caseId).progress()).proposal();
    }

    List<String> kinds(String caseId) {
        return proposal(caseId).options().stream().map(Option::kind).toList();
    }

    Decision<ResolutionFact> choose(String caseId, String kind) {
        SolutionsProposed proposal = proposal(caseId);
        Option option = proposal.options().stream()
                .filter(it -> it.kind().equals(kind))
                .findFirst()
                .orElseThrow();
        return submit(caseId, new Choose(proposal.proposalId(), option.optionId(), "webshop"));
    }

    <T extends ResolutionEvent> Stream<T> told(String caseId, Class<T> type) {
        return told.getOrDefault(caseId, List.of()).stream()
                .filter(type::isInstance)
                .map(type::cast);
    }
}
