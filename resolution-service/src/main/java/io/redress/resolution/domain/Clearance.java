package io.redress.resolution.domain;

import io.redress.contracts.DepartmentCode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one gate is asked about one proposal, and what it said.
 *
 * @param attempt how often it was asked; more than once where whoever answered must not decide
 * @param content digests of the options, so that what was cleared is not asked about again
 * @param word absent as long as nobody has decided
 */
public record Clearance(
        String clearanceId,
        String proposalId,
        String gate,
        DepartmentCode department,
        String reason,
        List<String> optionIds,
        List<String> content,
        @Nullable String limitsVersion,
        int attempt,
        Instant requestedAt,
        @Nullable Word word) {
    public Clearance {
        optionIds = List.copyOf(optionIds);
        content = List.copyOf(content);
    }

    /** What was decided. */
    public record Word(boolean given, @Nullable String reason, String by, Instant at) {}

    public boolean isOpen() {
        return word == null;
    }

    /** What a held proposal waits for, under this name. */
    String condition() {
        return conditionOf(gate);
    }

    static String conditionOf(String gate) {
        return "clearance:" + gate;
    }

    Clearance decided(Word word) {
        return new Clearance(
                clearanceId,
                proposalId,
                gate,
                department,
                reason,
                optionIds,
                content,
                limitsVersion,
                attempt,
                requestedAt,
                word);
    }

    /** Asked once more, under another id. */
    Clearance again(Instant now) {
        int next = attempt + 1;
        return new Clearance(
                proposalId + "-" + gate + "-" + next,
                proposalId,
                gate,
                department,
                reason,
                optionIds,
                content,
                limitsVersion,
                next,
                now,
                null);
    }
}
