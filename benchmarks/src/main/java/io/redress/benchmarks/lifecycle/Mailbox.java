package io.redress.benchmarks.lifecycle;

import io.redress.benchmarks.lifecycle.Signal.Executed;
import io.redress.benchmarks.lifecycle.Signal.Proposed;
import io.redress.benchmarks.lifecycle.Signal.Requested;
import io.redress.benchmarks.lifecycle.Signal.ReviewOpened;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What has been heard of one case. A topic may be quicker than the answer to the call that caused it, so whatever comes
 * first waits here for the other.
 */
final class Mailbox {
    private final CompletableFuture<Proposed> proposed = new CompletableFuture<>();
    private final CompletableFuture<Executed> executed = new CompletableFuture<>();
    private final CompletableFuture<ReviewOpened> reviewOpened = new CompletableFuture<>();
    private final Set<String> requestsSeen = new HashSet<>();
    private final List<Requested> waiting = new ArrayList<>();
    private @Nullable Consumer<Requested> departments;

    /** Hears something, perhaps for the second time. */
    void put(Signal signal) {
        switch (signal) {
            case Requested requested -> putRequest(requested);
            case Proposed it -> proposed.complete(it);
            case Executed it -> executed.complete(it);
            case ReviewOpened it -> reviewOpened.complete(it);
        }
    }

    private void putRequest(Requested request) {
        Consumer<Requested> answering;
        synchronized (this) {
            if (!requestsSeen.add(request.requestId())) {
                return;
            }
            answering = departments;
            if (answering == null) {
                waiting.add(request);
                return;
            }
        }
        answering.accept(request);
    }

    /** From now on the departments answer each request once, those that came before included. */
    void answerWith(Consumer<Requested> answering) {
        List<Requested> before;
        synchronized (this) {
            departments = answering;
            before = List.copyOf(waiting);
            waiting.clear();
        }
        before.forEach(answering);
    }

    /** Nobody needs to wait any more: a department could not answer. */
    void fail(RuntimeException reason) {
        proposed.completeExceptionally(reason);
        executed.completeExceptionally(reason);
        reviewOpened.completeExceptionally(reason);
    }

    CompletableFuture<Proposed> proposed() {
        return proposed;
    }

    CompletableFuture<Executed> executed() {
        return executed;
    }

    CompletableFuture<ReviewOpened> reviewOpened() {
        return reviewOpened;
    }
}
