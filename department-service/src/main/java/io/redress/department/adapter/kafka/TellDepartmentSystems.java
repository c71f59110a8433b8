package io.redress.department.adapter.kafka;

import io.redress.chassis.kafka.RefusedRecord;
import io.redress.chassis.kafka.TellOutsiders;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.Submission;
import io.redress.contracts.DepartmentRefusal.ReplyRefused;
import io.redress.department.application.DepartmentDefinition;
import io.redress.department.domain.DepartmentCommand;
import io.redress.department.domain.DepartmentFact;
import io.redress.department.domain.DepartmentState;
import io.redress.department.domain.RefusalCommand.AtOffset;
import io.redress.department.domain.RefusalCommand.TellRefusals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import reactor.core.publisher.Flux;

/**
 * Tells department systems which of their replies were not taken. A ledger in the store remembers up to where that was
 * done, so that a refused reply is told once however often it is delivered.
 */
public final class TellDepartmentSystems implements TellOutsiders {
    /** Keeps the document small in which they wait to be published. */
    private static final int MOST_AT_ONCE = 100;

    private final RefusedReply reading;
    private final CaseLanes<DepartmentState, DepartmentCommand, DepartmentFact> lanes;

    public TellDepartmentSystems(
            RefusedReply reading, CaseLanes<DepartmentState, DepartmentCommand, DepartmentFact> lanes) {
        this.reading = reading;
        this.lanes = lanes;
    }

    @Override
    public CompletableFuture<Void> tell(List<RefusedRecord> refused) {
        Map<Ledger, List<AtOffset>> byLedger = new LinkedHashMap<>();
        for (RefusedRecord record : refused) {
            ReplyRefused refusal = reading.refusal(record);
            byLedger.computeIfAbsent(new Ledger(stream(record), refusal.caseId().value()), _ -> new ArrayList<>())
                    .add(new AtOffset(record.offset(), refusal));
        }
        return CompletableFuture.allOf(Flux.fromIterable(byLedger.entrySet())
                .flatMap(it -> tell(it.getKey(), it.getValue()))
                .then()
                .toFuture());
    }

    private Flux<Object> tell(Ledger ledger, List<AtOffset> refusals) {
        return Flux.fromIterable(refusals)
                .buffer(MOST_AT_ONCE)
                .concatMap(some -> lanes.submit(Submission.of(ledger.id(), new TellRefusals(ledger.stream(), some))));
    }

    private static String stream(RefusedRecord record) {
        return DepartmentDefinition.REFUSALS + "-" + record.partition();
    }

    private record Ledger(String stream, String caseId) {
        String id() {
            return stream + ":" + caseId;
        }
    }
}
