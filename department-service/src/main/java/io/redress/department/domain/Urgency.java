package io.redress.department.domain;

import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a request is to come before others, who wants it so and who pays.
 *
 * @param requester whose allowance pays
 * @param department who is asked
 * @param key the asker's own name for it: asking again under it has no further effect
 * @param week of the requester, in which it is paid
 * @param cost parts of the allowance
 * @param exemption the cause that costs nothing; absent where it costs
 * @param ownMaking what in the log shows that the need is of the requester's own making; absent where nothing does
 * @param left of the allowance, as soon as that is known
 * @param noted whether the week knows the judgement
 */
public record Urgency(
        RequestId requestId,
        DepartmentCode requester,
        DepartmentCode department,
        String key,
        String week,
        String cause,
        String reason,
        String by,
        Instant askedAt,
        int cost,
        @Nullable String exemption,
        @Nullable String ownMaking,
        Verdict verdict,
        int left,
        @Nullable Judgement judgement,
        boolean noted) {

    /** Whether the week has paid. */
    public enum Verdict {
        /** The week has still to be asked. */
        ASKED,
        GRANTED,
        REFUSED
    }

    /** What the one who was asked says about it afterwards. */
    public record Judgement(boolean justified, String reason, String by, Instant at) {}

    /** Whether the week has still to hear something of it. */
    public boolean isUntold() {
        return verdict == Verdict.ASKED || judgement != null && !noted;
    }

    Urgency settled(boolean granted, int nowLeft) {
        return new Urgency(
                requestId,
                requester,
                department,
                key,
                week,
                cause,
                reason,
                by,
                askedAt,
                cost,
                exemption,
                ownMaking,
                granted ? Verdict.GRANTED : Verdict.REFUSED,
                nowLeft,
                judgement,
                noted);
    }

    Urgency judged(Judgement now) {
        return with(now, false);
    }

    Urgency told() {
        return with(judgement, true);
    }

    private Urgency with(@Nullable Judgement now, boolean isNoted) {
        return new Urgency(
                requestId,
                requester,
                department,
                key,
                week,
                cause,
                reason,
                by,
                askedAt,
                cost,
                exemption,
                ownMaking,
                verdict,
                left,
                now,
                isNoted);
    }
}
