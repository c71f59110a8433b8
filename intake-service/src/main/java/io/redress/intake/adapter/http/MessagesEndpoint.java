package io.redress.intake.adapter.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.redress.chassis.http.Answers;
import io.redress.chassis.http.Checks;
import io.redress.chassis.http.ExpectedRevision;
import io.redress.chassis.http.Outcomes;
import io.redress.chassis.http.Positions;
import io.redress.chassis.http.Refusal;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.lanes.Outcome;
import io.redress.chassis.lanes.Submission;
import io.redress.chassis.security.Caller;
import io.redress.contracts.CaseId;
import io.redress.intake.application.CaseMessages;
import io.redress.intake.application.CaseMessages.MessagePage;
import io.redress.intake.application.CaseMessages.MessageView;
import io.redress.intake.application.IntakeDefinition;
import io.redress.intake.domain.IntakeCommand;
import io.redress.intake.domain.IntakeFact;
import io.redress.intake.domain.IntakeState;
import io.redress.intake.domain.IntakeState.Filed;
import io.redress.intake.domain.IntakeState.Prepared;
import io.redress.intake.domain.SettleUnknown;
import java.util.List;
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

/** What the customer was told, for the front desk; what nobody knows of is settled here. */
@RestController
class MessagesEndpoint {
    private static final int MAX_LIMIT = 200;
    private static final Pattern CURSOR = Pattern.compile("|[1-9][0-9]{0,9}");

    private final CaseLanes<IntakeState, IntakeCommand, IntakeFact> lanes;
    private final CaseMessages messages;

    MessagesEndpoint(CaseLanes<IntakeState, IntakeCommand, IntakeFact> lanes) {
        this.lanes = lanes;
        this.messages = new CaseMessages(lanes);
    }

    @GetMapping("/api/v1/cases/{id}/messages")
    Mono<ResponseEntity<MessageList>> read(
            @PathVariable CaseId id,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "") String cursor,
            Caller caller,
            Positions atLeast) {
        Checks checks = new Checks();
        checks.range("/limit", limit, 1, MAX_LIMIT).matches("/cursor", cursor, CURSOR, "a cursor that a page gave");
        checks.orRefuse();
        long from = cursor.isEmpty() ? 1 : Long.parseLong(cursor);
        return lanes.read(id.value(), atLeast.values()).flatMap(view -> {
            if (view.state() instanceof Prepared prepared && CaseEndpoint.maySee(prepared, caller)) {
                return Mono.just(Answers.seen(view.version(), new MessageList(List.of(), null)));
            }
            Filed filed = CaseEndpoint.visible(view, caller);
            boolean withText = CaseEndpoint.seesText(view, caller);
            return messages.page(view, filed, from, limit, withText)
                    .map(page -> Answers.seen(view.version(), MessageList.of(page)));
        });
    }

    /** Somebody has found out about a message of which nobody knew whether it had arrived. */
    @PostMapping("/api/v1/cases/{id}/messages:settle")
    Mono<ResponseEntity<MessageView>> settle(
            @PathVariable CaseId id,
            @RequestBody SettlementBody body,
            ExpectedRevision seen,
            Caller caller,
            @RequestHeader(name = "traceparent", defaultValue = "") String traceparent) {
        SettleUnknown command = body.command(caller.subject());
        return lanes.read(id.value()).flatMap(view -> {
            CaseEndpoint.visible(view, caller);
            seen.orRefuse(view.version());
            return lanes.submit(Submission.of(view.id(), (IntakeCommand) command)
                            .expecting(view.version())
                            .tracedBy(traceparent))
                    .map(CaseAccess::accepted)
                    .map(accepted -> settled(accepted, command.messageId()));
        });
    }

    private static ResponseEntity<MessageView> settled(
            Outcome.Accepted<IntakeState, IntakeFact> accepted, String messageId) {
        CaseView<IntakeState> view = accepted.view();
        MessageView message = CaseMessages.after(CaseAccess.filed(view), accepted.events(), messageId)
                .orElseThrow(Refusal::notFound);
        return Answers.written(Outcomes.written(view, IntakeDefinition.MESSAGES), message);
    }

    /** One page; {@code next} is absent on the last. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MessageList(List<MessageView> messages, @Nullable String next) {
        static MessageList of(MessagePage page) {
            return new MessageList(page.messages(), page.next() == 0 ? null : Long.toString(page.next()));
        }
    }
}
