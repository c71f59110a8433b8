package io.redress.resolution.adapter.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.redress.chassis.lanes.CaseView;
import io.redress.contracts.CaseId;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Money;
import io.redress.resolution.application.ResolutionDefinition;
import io.redress.resolution.domain.ExecutionPlan;
import io.redress.resolution.domain.PlanStep;
import io.redress.resolution.domain.ResolutionRules;
import io.redress.resolution.domain.ResolutionState;
import io.redress.resolution.domain.Sending;
import io.redress.resolution.domain.StepState;
import io.redress.resolution.domain.Undoing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How what was chosen is carried out and undone, as a caller reads it; the latest choice first. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExecutionView(String caseId, List<PlanLine> plans, Map<String, Long> asOf) {

    /** @param kept what has reached the customer though the plan has failed, and stays; absent where nothing does */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PlanLine(
            String proposalId,
            String optionId,
            String title,
            String state,
            List<StepLine> steps,
            @Nullable List<RemedyLine> kept) {
        static PlanLine of(CaseId caseId, ExecutionPlan plan) {
            return new PlanLine(
                    plan.proposalId(),
                    plan.optionId(),
                    plan.title(),
                    word(plan),
                    plan.steps().stream().map(step -> StepLine.of(caseId, step)).toList(),
                    kept(caseId, plan));
        }

        private static @Nullable List<RemedyLine> kept(CaseId caseId, ExecutionPlan plan) {
            List<RemedyLine> kept = plan.kept().stream()
                    .flatMap(step -> Stream.ofNullable(RemedyLine.of(caseId, step)))
                    .toList();
            return kept.isEmpty() ? null : kept;
        }

        private static String word(ExecutionPlan plan) {
            if (plan.isSettled()) {
                return plan.failed() ? "failed" : "done";
            }
            return plan.failed() ? "undoing" : "carrying-out";
        }
    }

    /** @param at when it came into this state; absent where it has not begun */
    record StepLine(
            String stepId,
            DepartmentCode department,
            String action,
            List<String> after,
            String state,
            @Nullable Instant at,
            @Nullable String reason,
            @Nullable RemedyLine remedy,
            @Nullable CompensationLine compensation) {
        static StepLine of(CaseId caseId, PlanStep step) {
            return new StepLine(
                    step.id(),
                    step.step().department(),
                    step.step().action(),
                    step.after(),
                    word(step.state()),
                    at(step.state()),
                    step.state() instanceof StepState.Failed(var reason, var _) ? reason : null,
                    RemedyLine.of(caseId, step),
                    CompensationLine.of(step));
        }

        private static String word(StepState state) {
            return switch (state) {
                case StepState.Waiting _ -> "waiting";
                case StepState.Started _ -> "started";
                case StepState.PartlyDone _ -> "part-done";
                case StepState.Done _ -> "done";
                case StepState.Failed _ -> "failed";
                case StepState.NeverBegun _ -> "never-begun";
                case StepState.Withdrawn _ -> "withdrawn";
            };
        }

        private static @Nullable Instant at(StepState state) {
            return switch (state) {
                case StepState.Waiting _, StepState.NeverBegun _ -> null;
                case StepState.Started(var at) -> at;
                case StepState.PartlyDone(var _, var at) -> at;
                case StepState.Done(var _, var at) -> at;
                case StepState.Failed(var _, var at) -> at;
                case StepState.Withdrawn(var at, var _) -> at;
            };
        }
    }

    /** @param reference what whoever carried it out calls it */
    record RemedyLine(
            String remedyId,
            String kind,
            @Nullable Money amount,
            @Nullable String item,
            String state,
            @Nullable String reference,
            @Nullable Instant executedAt) {
        static @Nullable RemedyLine of(CaseId caseId, PlanStep step) {
            var remedy = step.step().remedy();
            if (remedy == null) {
                return null;
            }
            return new RemedyLine(
                    PlanStep.remedyId(caseId, step.id()),
                    remedy.kind(),
                    remedy.amount(),
                    remedy.item(),
                    word(step.sending()),
                    step.sending() instanceof Sending.Carried(var reference, var _) ? reference : null,
                    step.sending() instanceof Sending.Carried(var _, var at) ? at : null);
        }

        private static String word(@Nullable Sending sending) {
            return switch (sending) {
                case null -> "waiting";
                case Sending.ToOrder _ -> "to-order";
                case Sending.Taken _ -> "being-ordered";
                case Sending.Unknown _ -> "unknown";
                case Sending.Carried _ -> "executed";
                case Sending.Refused _ -> "refused";
                case Sending.Dropped _ -> "dropped";
            };
        }
    }

    record CompensationLine(
            String compensationId,
            String action,
            String state,
            Instant at,
            @Nullable String reason) {
        static @Nullable CompensationLine of(PlanStep step) {
            String action = step.step().undo();
            if (action == null) {
                return null;
            }
            return switch (step.undoing()) {
                case null -> null;
                case Undoing.Begun(var at) -> new CompensationLine(step.compensationId(), action, "started", at, null);
                case Undoing.Undone(var at) -> new CompensationLine(step.compensationId(), action, "done", at, null);
                case Undoing.Failed(var reason, var at) ->
                    new CompensationLine(step.compensationId(), action, "failed", at, reason);
            };
        }
    }

    static ExecutionView of(CaseView<ResolutionState> view) {
        CaseId caseId = new CaseId(view.id());
        Map<String, Long> asOf = new TreeMap<>(view.positions());
        asOf.put(ResolutionDefinition.STREAM, view.sequences().getOrDefault(ResolutionDefinition.STREAM, 0L));
        return new ExecutionView(
                view.id(),
                ResolutionRules.caseOf(view.state()).assurances().executions().plans().reversed().stream()
                        .map(plan -> PlanLine.of(caseId, plan))
                        .toList(),
                asOf);
    }
}
