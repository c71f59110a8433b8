package io.redress.analytics.application;

import io.redress.analytics.application.ExposureSummary.OfChannel;
import io.redress.analytics.domain.Journey;
import io.redress.analytics.domain.JourneyCommand;
import io.redress.analytics.domain.JourneyFact;
import io.redress.analytics.domain.exposure.Exposure;
import io.redress.analytics.domain.exposure.Source;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.store.IndexEntry;
import io.redress.chassis.store.IndexQuery;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The cases that everybody may see, and how long they have been without a public answer: bounded looks into indexes. */
public final class PublicCases {
    /** The index of public cases by how they stand, the one that has been public longest first. */
    public static final String INDEX = "public-cases";

    private static final String BY_WEEK = "public-weeks";

    /** Of a week with more than these, the first ones are counted, and the answer says so. */
    static final int MOST_OF_A_WEEK = 500;

    private final CaseLanes<Journey, JourneyCommand, JourneyFact> lanes;
    private final InstantSource clock;

    public PublicCases(CaseLanes<Journey, JourneyCommand, JourneyFact> lanes, InstantSource clock) {
        this.lanes = lanes;
        this.clock = clock;
    }

    static void entries(Exposure exposure, List<IndexEntry> entries) {
        Exposure.Standing standing = exposure.standing();
        Instant since = exposure.since();
        if (standing != null && since != null) {
            String sort = JourneyDefinition.SORTABLE.format(since);
            entries.add(IndexEntry.sorted(INDEX, standing.name().toLowerCase(Locale.ROOT), sort));
            entries.add(IndexEntry.sorted(BY_WEEK, monday(since).toString(), sort));
        }
    }

    /** This week and those before it, as many as are asked for; a case counts in the week (UTC) of its complaint. */
    public Mono<ExposureSummary> of(int weeks) {
        Instant now = clock.instant();
        LocalDate thisWeek = monday(now);
        return Flux.fromStream(IntStream.range(0, weeks).mapToObj(thisWeek::minusWeeks))
                .concatMap(week -> lanes.find(IndexQuery.first(BY_WEEK, week.toString(), MOST_OF_A_WEEK))
                        .map(found -> week(week, found, now)))
                .filter(week -> !week.channels().isEmpty())
                .collectList()
                .map(found -> new ExposureSummary(thisWeek.minusWeeks(weeks - 1L), now, found));
    }

    private static ExposureSummary.OfWeek week(LocalDate week, CaseLanes.ViewPage<Journey> found, Instant now) {
        Map<Source, OfChannel> channels = new EnumMap<>(Source.class);
        for (CaseView<Journey> view : found.cases()) {
            Exposure exposure = view.state().exposure();
            Exposure.Standing standing = exposure.standing();
            if (standing != null) {
                channels.merge(exposure.source(), OfChannel.of(exposure, standing, now), OfChannel::plus);
            }
        }
        return new ExposureSummary.OfWeek(week, found.next().isEmpty(), List.copyOf(channels.values()));
    }

    private static LocalDate monday(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
