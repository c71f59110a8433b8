package io.redress.intake.adapter.http;

import io.redress.chassis.http.Answers;
import io.redress.chassis.http.Outcomes;
import io.redress.chassis.lanes.CaseView;
import io.redress.intake.application.CaseOverview;
import io.redress.intake.application.IntakeDefinition;
import io.redress.intake.domain.IntakeState;
import io.redress.intake.domain.IntakeState.Filed;
import java.net.URI;
import org.springframework.http.ResponseEntity;

/** What a caller hears whose complaint joined a case that says the same: 200 with that case. */
final class JoinedAnswer {
    /** {@code true} where a complaint opened no case of its own. */
    static final String JOINED = "Redress-Joined";

    private JoinedAnswer() {}

    static ResponseEntity<CaseOverview> of(
            CaseView<IntakeState> view, boolean replayed, CaseOverview.Sentences sentences) {
        if (!(view.state() instanceof Filed filed)) {
            throw new IllegalStateException("Expected a joined case to have its complaint");
        }
        Answers.Written now = Outcomes.written(view, IntakeDefinition.STREAM);
        ResponseEntity<CaseOverview> answer = Answers.written(
                new Answers.Written(now.caseId(), now.revision(), now.positions(), replayed),
                CaseOverview.of(view, filed, sentences, true));
        return ResponseEntity.ok()
                .headers(answer.getHeaders())
                .header(JOINED, "true")
                .location(URI.create("/api/v1/cases/" + view.id()))
                .body(answer.getBody());
    }
}
