package io.redress.department.adapter.http;

import io.redress.department.application.ChainView;
import io.redress.department.application.CommitmentView;
import io.redress.department.domain.Commitment;
import io.redress.department.domain.StackedMargins;
import java.util.List;

/** A commitment, and the chains of promises that it is a stage of. */
record Committed(CommitmentView commitment, List<ChainView> chains) {

    /** @param all chains of the case */
    static Committed of(Commitment commitment, List<StackedMargins> all) {
        return new Committed(
                CommitmentView.of(commitment),
                all.stream()
                        .filter(it -> it.requests().contains(commitment.requestId()))
                        .map(ChainView::of)
                        .toList());
    }
}
