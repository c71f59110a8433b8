package io.redress.resolution.adapter.http;

import io.redress.contracts.RequestId;
import io.redress.resolution.domain.Progress;
import io.redress.resolution.domain.Progress.Drafted;
import io.redress.resolution.domain.Progress.Gathering;
import io.redress.resolution.domain.Progress.Paused;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a proposal still waits for, by name (R102). */
final class Awaiting {
    private Awaiting() {}

    static @Nullable List<String> of(Progress state) {
        return switch (state) {
            case Gathering gathering ->
                gathering.missing().stream().map(RequestId::value).toList();
            case Drafted drafted -> drafted.awaiting();
            case Paused(Progress beneath) -> of(beneath);
            default -> null;
        };
    }
}
