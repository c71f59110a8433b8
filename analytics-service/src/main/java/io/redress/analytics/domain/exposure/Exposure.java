package io.redress.analytics.domain.exposure;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a case can be seen by everybody. Whether it can is routing's finding and nobody else's; once it can, it stays
 * so, since what was public is remembered. Topics are read independently, so what concerns the public may be heard before
 * it is known that the case does.
 *
 * @param channel by which the complaint came; absent until that event is in
 * @param since when the customer said it; absent where it is not public
 * @param answeredAt of the first public statement; absent until then
 * @param contradictions values that were kept from being said because another department says otherwise
 * @param endedAt when the case was closed; absent while it is open
 * @param merged whether another case speaks for it
 */
public record Exposure(
        @Nullable String channel,
        @Nullable Instant since,
        @Nullable Instant answeredAt,
        int contradictions,
        @Nullable Instant endedAt,
        boolean merged) {
    /** Nothing is known of the case. */
    public static final Exposure NONE = new Exposure(null, null, null, 0, null, false);

    /** How a public case stands. */
    public enum Standing {
        /** Everybody may see it, and nobody has answered in public. */
        UNANSWERED,
        /** It has had a public answer. */
        ANSWERED,
        /** It was closed without one. */
        ENDED
    }

    /** The complaint came by this channel. */
    public Exposure from(String by) {
        return new Exposure(by, since, answeredAt, contradictions, endedAt, merged);
    }

    /** Routing finds that everybody may see it; the first time counts. */
    public Exposure seen(Instant at) {
        return since != null ? this : new Exposure(channel, at, answeredAt, contradictions, endedAt, merged);
    }

    /** A public statement is out; the first one counts. */
    public Exposure answered(Instant at) {
        return answeredAt != null ? this : new Exposure(channel, since, at, contradictions, endedAt, merged);
    }

    /** A value that contradicts the live one was kept from being said. */
    public Exposure contradicted() {
        return new Exposure(channel, since, answeredAt, contradictions + 1, endedAt, merged);
    }

    /** The case is over; what ended without a public answer has had none when it ended first. */
    public Exposure closed(Instant at) {
        return new Exposure(channel, since, answeredAt, contradictions, at, merged);
    }

    /** The case is open again. */
    public Exposure reopened() {
        return new Exposure(channel, since, answeredAt, contradictions, null, merged);
    }

    /** Whether another case speaks for it from now on. */
    public Exposure merged(boolean isMerged) {
        return new Exposure(channel, since, answeredAt, contradictions, endedAt, isMerged);
    }

    /** Absent where it is not public, or another case speaks for it. */
    public @Nullable Standing standing() {
        if (since == null || merged) {
            return null;
        }
        if (answeredAt != null) {
            return Standing.ANSWERED;
        }
        return endedAt == null ? Standing.UNANSWERED : Standing.ENDED;
    }

    /**
     * How long it was, or has been until now, without a public answer.
     *
     * @throws IllegalStateException where it is not public
     */
    public Duration silence(Instant now) {
        if (since == null) {
            throw new IllegalStateException("Expected a public case, but this one is not.");
        }
        Instant until = answeredAt != null ? answeredAt : endedAt != null ? endedAt : now;
        Duration silent = Duration.between(since, until);
        return silent.isNegative() ? Duration.ZERO : silent;
    }

    /** By what it is counted: a bounded number of names, whoever sent the complaint. */
    public Source source() {
        return Source.of(channel);
    }
}
