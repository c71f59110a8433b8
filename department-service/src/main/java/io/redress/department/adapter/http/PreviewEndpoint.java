package io.redress.department.adapter.http;

import io.redress.chassis.http.Reason;
import io.redress.chassis.http.Refusal;
import io.redress.contracts.CaseId;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestId;
import io.redress.department.application.Preview;
import io.redress.department.application.WeighDates;
import io.redress.department.domain.Negotiating;
import io.redress.department.domain.QueuePlan.Place;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What a request would mean for a department and for others, before anybody sends it (R88, R89). */
@RestController
class PreviewEndpoint {
    /** Comes after all that is due at the same time. */
    private static final CaseId NOT_SENT_YET = new CaseId("ffffffff-ffff-ffff-ffff-ffffffffffff");

    private final WeighDates dates;
    private final InstantSource clock;

    PreviewEndpoint(WeighDates dates, InstantSource clock) {
        this.dates = dates;
        this.clock = clock;
    }

    @PostMapping("/api/v1/departments/{code}/requests:preview")
    Mono<Preview> preview(@PathVariable DepartmentCode code, @RequestBody PreviewBody body) {
        Instant wanted = body.wantedBy() == null ? dates.ruleOf(code) : body.wantedBy();
        if (!Negotiating.isWithinReach(wanted, clock.instant())) {
            throw Refusal.unprocessable(List.of(new Reason(
                    "/wantedBy",
                    "Expected a date in the future and within " + Negotiating.LONGEST.toDays() + " days, but got "
                            + wanted + ".")));
        }
        Place place = new Place(
                RequestId.of(NOT_SENT_YET, 1),
                Objects.requireNonNull(body.kind()),
                wanted,
                Boolean.TRUE.equals(body.urgent()));
        return dates.of(code, Objects.requireNonNull(body.nature()), place, null)
                .map(outlook -> Preview.of(code, outlook, body.caseId()));
    }
}
