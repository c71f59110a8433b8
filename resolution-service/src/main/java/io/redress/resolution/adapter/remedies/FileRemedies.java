package io.redress.resolution.adapter.remedies;

import io.redress.resolution.adapter.remedies.RemedyFile.Found;
import io.redress.resolution.application.Remedies;
import io.redress.resolution.application.RemedyOrder;
import io.redress.resolution.application.RemedyOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Carries remedies out by writing them down, each id once, whatever crashes in between. Whatever waits is one group: one
 * write, one flush to the disk. Its own thread waits for the disk, nobody else does.
 */
public final class FileRemedies implements Remedies, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FileRemedies.class);
    private static final int AT_ONCE = 1_000;

    private final Path folder;
    private final InstantSource clock;
    private final BlockingQueue<Wish> queue = new LinkedBlockingQueue<>();
    private final Thread thread;
    private @Nullable RemedyFile file;
    private volatile boolean closed;

    /** @param order absent where it is only asked */
    private record Wish(String id, @Nullable RemedyOrder order, Sinks.One<RemedyOutcome> answer) {}

    /** @param folder made when the first remedy comes */
    public FileRemedies(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
        this.thread = Thread.ofPlatform().daemon().name("remedy-file").start(this::run);
    }

    @Override
    public Mono<RemedyOutcome> execute(RemedyOrder order) {
        return wish(order.remedyId(), order);
    }

    @Override
    public Mono<RemedyOutcome> ask(String remedyId) {
        return wish(remedyId, null);
    }

    private Mono<RemedyOutcome> wish(String id, @Nullable RemedyOrder order) {
        return Mono.defer(() -> {
            if (closed) {
                return Mono.just(new RemedyOutcome.Unknown("The service is stopping."));
            }
            Sinks.One<RemedyOutcome> answer = Sinks.one();
            queue.add(new Wish(id, order, answer));
            return answer.asMono();
        });
    }

    private void run() {
        List<Wish> group = new ArrayList<>();
        while (!closed || !queue.isEmpty()) {
            try {
                Wish first = queue.poll(200, TimeUnit.MILLISECONDS);
                if (first != null) {
                    group.add(first);
                    queue.drainTo(group, AT_ONCE - 1);
                    answer(group);
                }
            } catch (InterruptedException e) {
                closed = true;
            } finally {
                group.clear();
            }
        }
        closeFile();
    }

    private void answer(List<Wish> group) {
        try {
            Map<String, RemedyOutcome> fresh = carriedOut(group);
            for (Wish wish : group) {
                wish.answer.tryEmitValue(outcome(wish, fresh));
            }
        } catch (IOException | RuntimeException failed) {
            LOG.warn("Remedies cannot be written to {}: {}", folder, failed.toString());
            // What is in the file is found when it is opened again; whatever was not answered is asked for.
            closeFile();
            group.forEach(wish ->
                    wish.answer.tryEmitValue(new RemedyOutcome.Unknown("The file of remedies could not be written.")));
        }
    }

    /** What of the group was not in the file before and is now. */
    private Map<String, RemedyOutcome> carriedOut(List<Wish> group) throws IOException {
        RemedyFile open = open();
        Instant now = clock.instant();
        Map<String, RemedyLine> fresh = new LinkedHashMap<>();
        for (Wish wish : group) {
            RemedyOrder order = wish.order;
            if (order != null && open.find(wish.id).isEmpty()) {
                fresh.putIfAbsent(wish.id, RemedyLine.of(order, now));
            }
        }
        Map<String, RemedyOutcome> outcomes = new LinkedHashMap<>();
        if (!fresh.isEmpty()) {
            open.append(List.copyOf(fresh.values()))
                    .forEach(found -> outcomes.put(found.line().id(), executed(found)));
        }
        return outcomes;
    }

    private RemedyOutcome outcome(Wish wish, Map<String, RemedyOutcome> fresh) throws IOException {
        RemedyOrder order = wish.order;
        if (order == null) {
            return open().find(wish.id).map(FileRemedies::executed).orElseGet(RemedyOutcome.NeverOrdered::new);
        }
        RemedyOutcome now = fresh.get(wish.id);
        Optional<Found> found = now == null ? open().find(wish.id) : Optional.empty();
        if (found.isPresent() && !found.get().line().is(order)) {
            return new RemedyOutcome.Refused("Another remedy has been carried out under the same id.");
        }
        return now == null ? found.map(FileRemedies::executed).orElseThrow() : now;
    }

    private static RemedyOutcome executed(Found found) {
        return new RemedyOutcome.Executed(
                RemedyFile.NAME + "@" + found.position(), found.line().at());
    }

    private RemedyFile open() throws IOException {
        RemedyFile present = file;
        if (present == null) {
            present = RemedyFile.open(folder);
            file = present;
        }
        return present;
    }

    private void closeFile() {
        RemedyFile present = file;
        file = null;
        if (present != null) {
            try {
                present.close();
            } catch (IOException e) {
                LOG.warn("The file of remedies was not closed well: {}", e.toString());
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
