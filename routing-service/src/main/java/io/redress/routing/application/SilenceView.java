package io.redress.routing.application;

import io.redress.chassis.lanes.CaseView;
import io.redress.contracts.CaseId;
import io.redress.contracts.Party;
import io.redress.routing.domain.RoutingState;
import io.redress.routing.domain.RoutingState.Paused;
import io.redress.routing.domain.RoutingState.Routed;
import io.redress.routing.domain.Silence;
import io.redress.routing.domain.SilenceSpeaks;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Whom a case waits for, since when nothing was heard of them, and what was done about it: nothing hidden.
 *
 * @param promised the date that holds for the whole; absent where the case is not routed or over
 * @param reestimates how often it was moved because of silence
 * @param asOf the last event applied or decided, by stream
 */
public record SilenceView(
        CaseId caseId, @Nullable Instant promised, int reestimates, List<WaitLine> waits, Map<String, Long> asOf) {

    /**
     * One wait.
     *
     * @param since the last sign of life
     * @param stage {@code asked}, {@code reminded}, {@code deputy-asked} or {@code superior-asked}
     * @param stageAt when that was
     * @param nextAt when the next stage is due; absent where all is done that can be, and while another is waited for
     * @param waitsForOthers whether whoever is waited on waits for somebody else; then the silence is not theirs
     */
    public record WaitLine(
            String waitId,
            Party waitedOn,
            Instant since,
            String stage,
            Instant stageAt,
            @Nullable Instant nextAt,
            boolean waitsForOthers) {}

    /** The view of a case. */
    public static SilenceView of(CaseView<RoutingState> view, SilenceSpeaks silence) {
        Map<String, Long> asOf = new TreeMap<>(view.positions());
        asOf.put(RoutingDefinition.STREAM, view.sequences().getOrDefault(RoutingDefinition.STREAM, 0L));
        CaseId caseId = new CaseId(view.id());
        boolean paused = view.state() instanceof Paused;
        RoutingState state = view.state() instanceof Paused(var _, var beneath, var _) ? beneath : view.state();
        if (!(state instanceof Routed routed)) {
            return new SilenceView(caseId, null, 0, List.of(), asOf);
        }
        List<Silence> speaking = routed.silences().speaking();
        return new SilenceView(
                caseId,
                routed.promised(),
                routed.silences().reestimates(),
                routed.silences().open().stream()
                        .map(it -> line(it, speaking.contains(it), paused, silence))
                        .toList(),
                asOf);
    }

    private static WaitLine line(Silence wait, boolean speaking, boolean paused, SilenceSpeaks silence) {
        return new WaitLine(
                wait.waitId(),
                wait.on(),
                wait.since(),
                wait.stage().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                wait.from(),
                speaking && !paused ? silence.dueAt(wait).orElse(null) : null,
                !speaking);
    }
}
