package io.redress.chassis.lanes;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Something waiting for its lane. */
sealed interface Work<S, C, E> {

    String caseId();

    void fail(Throwable reason);

    /** A command whose sender waits for the outcome. */
    record CommandWork<S, C, E>(Submission<C> submission, CompletableFuture<Outcome<S, E>> done)
            implements Work<S, C, E> {
        @Override
        public String caseId() {
            return submission.caseId();
        }

        @Override
        public void fail(Throwable reason) {
            done.completeExceptionally(reason);
        }
    }

    /** An event whose topic position may be committed once it is applied, parked, dropped or kept as refused. */
    record EventWork<S, C, E>(IncomingEvent event, CompletableFuture<Optional<Refused>> done) implements Work<S, C, E> {
        @Override
        public String caseId() {
            return event.caseId();
        }

        @Override
        public void fail(Throwable reason) {
            done.completeExceptionally(reason);
        }
    }

    /** Something the service itself published before its store was lost. */
    record RecallWork<S, C, E>(String caseId, String stream, long seq, E event, CompletableFuture<Void> done)
            implements Work<S, C, E> {
        @Override
        public void fail(Throwable reason) {
            done.completeExceptionally(reason);
        }
    }
}
