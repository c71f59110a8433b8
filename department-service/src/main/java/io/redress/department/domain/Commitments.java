package io.redress.department.domain;

import io.redress.contracts.DepartmentReply;
import io.redress.contracts.RequestId;
import io.redress.department.domain.CommitmentFact.CommitmentNoted;
import io.redress.department.domain.CommitmentFact.CommitmentWeighed;
import io.redress.department.domain.CommitmentFact.CorrectionNoted;
import io.redress.department.domain.CommitmentFact.EndNoted;
import io.redress.department.domain.CommitmentFact.MissNoted;
import io.redress.department.domain.CommitmentFact.StackNoted;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What departments have promised about requests, oldest first, and which of it was found to be padded together.
 *
 * @param all at most {@value #MOST}
 * @param stacks at most {@value #MOST_STACKS}, the latest
 */
public record Commitments(List<Commitment> all, List<Stack> stacks) {
    /** A case in which more than this was promised is nobody's plan any more. */
    static final int MOST = 40;

    static final int MOST_STACKS = 20;

    static final Commitments NONE = new Commitments(List.of(), List.of());

    /** Absent lists are empty ones. */
    public Commitments(@Nullable List<Commitment> all, @Nullable List<Stack> stacks) {
        this.all = all == null ? List.of() : List.copyOf(all);
        this.stacks = stacks == null ? List.of() : List.copyOf(stacks);
    }

    /** A chain that was told to be padded: told again only for another promise. */
    public record Stack(List<RequestId> requests, Instant promisedFor) {
        public Stack {
            requests = List.copyOf(requests);
        }
    }

    /** A commitment by its id; null where there is none. */
    public @Nullable Commitment get(String id) {
        return all.stream().filter(it -> it.id().equals(id)).findFirst().orElse(null);
    }

    /** What is promised about a request; where it was promised again after an end, the last. */
    public Optional<Commitment> about(RequestId request) {
        return all.stream().filter(it -> it.requestId().equals(request)).reduce((_, last) -> last);
    }

    /** What was promised under this id of the department's own, if anything. */
    public @Nullable DepartmentReply said(RequestId request, String replyId) {
        return all.stream()
                .filter(it ->
                        it.requestId().equals(request) && it.reply().replyId().equals(replyId))
                .findFirst()
                .map(Commitment::reply)
                .orElse(null);
    }

    /** Those that are still to be kept. */
    public Stream<Commitment> live() {
        return all.stream().filter(it -> !it.hasEnded());
    }

    Commitments after(CommitmentFact fact) {
        return switch (fact) {
            case CommitmentNoted(var commitment) ->
                new Commitments(
                        Stream.concat(all.stream(), Stream.of(commitment)).toList(), stacks);
            case CommitmentWeighed(var judged) -> changing(judged.commitmentId(), it -> it.judged(judged));
            case CorrectionNoted(var id, var correction) -> changing(id, it -> it.corrected(correction));
            case MissNoted(var id, var part, var _) -> changing(id, it -> it.missing(part));
            case EndNoted(var id, var end) -> changing(id, it -> it.ended(end));
            case StackNoted(var stack) -> new Commitments(all, latest(stack));
        };
    }

    private Commitments changing(String id, UnaryOperator<Commitment> change) {
        return new Commitments(
                all.stream()
                        .map(it -> it.id().equals(id) ? change.apply(it) : it)
                        .toList(),
                stacks);
    }

    private List<Stack> latest(Stack stack) {
        List<Stack> more = Stream.concat(stacks.stream(), Stream.of(stack)).toList();
        return more.subList(Math.max(0, more.size() - MOST_STACKS), more.size());
    }
}
