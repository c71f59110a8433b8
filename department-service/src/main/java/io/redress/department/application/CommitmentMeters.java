package io.redress.department.application;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Shows on the meters how departments keep their word. */
public final class CommitmentMeters {
    /** Codes come from outside too; a registry with more departments than this is an attack. */
    private static final int MOST_LABELS = 200;

    private final KeptPromises kept;
    private final MultiGauge padding;
    private final MultiGauge otif;

    public CommitmentMeters(KeptPromises kept, MeterRegistry registry) {
        this.kept = kept;
        this.padding = MultiGauge.builder("redress_padding_index").register(registry);
        this.otif = MultiGauge.builder("redress_otif_ratio").register(registry);
    }

    /** Looks once. */
    Mono<Void> look() {
        return kept.departments()
                .flatMapMany(all -> Flux.fromIterable(all).take(MOST_LABELS))
                .concatMap(kept::of)
                .collectList()
                .doOnNext(this::show)
                .then();
    }

    private void show(List<CommitmentSummary> all) {
        padding.register(
                all.stream()
                        .flatMap(it -> row(Tags.of("department", it.department().value()), it.paddingIndex()))
                        .toList(),
                true);
        otif.register(
                all.stream()
                        .flatMap(it -> Stream.of(
                                        row(
                                                against(it, "requested"),
                                                it.requested().share()),
                                        row(
                                                against(it, "original"),
                                                it.original().share()),
                                        row(against(it, "latest"), it.latest().share()))
                                .flatMap(row -> row))
                        .toList(),
                true);
    }

    private static Tags against(CommitmentSummary summary, String date) {
        return Tags.of("department", summary.department().value(), "against", date);
    }

    private static Stream<MultiGauge.Row<?>> row(Tags tags, @Nullable Double value) {
        return value == null ? Stream.empty() : Stream.of(MultiGauge.Row.of(tags, value));
    }
}
