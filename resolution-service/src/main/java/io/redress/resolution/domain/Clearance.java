package io.redress.resolution.domain;

import io.redress.contracts.DepartmentCode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one gate is asked about one proposal, and what it said.
 *
 * @param attempt how often it was asked; more than once where whoever answered must not decide. After
 *     {@value #MOST_ATTEMPTS} in a row somebody above is asked to see to it, which counts as one, too
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
    private static final int MOST_ATTEMPTS = 3;
    private static final DepartmentCode SENIOR_MANAGEMENT = new DepartmentCode("senior-management");
    private static final DepartmentCode FRONT_DESK = new DepartmentCode("front-desk");

    public Clearance {
        optionIds = List.copyOf(optionIds);
        content = List.copyOf(content);
    }

    /** What was decided. */
    public record Word(boolean given, @Nullable String reason, String by, Instant at) {}

    public boolean isOpen() {
        return word == null;
    }

    /** Whether somebody above has been asked to see to it that the right one decides. */
    boolean hasBeenRaised() {
        return attempt % (MOST_ATTEMPTS + 1) == 0;
    }

    /** Who is asked now. Only the gate's own department decides, whoever is asked. */
    DepartmentCode askedNow() {
        if (!hasBeenRaised()) {
            return department;
        }
        return department.equals(SENIOR_MANAGEMENT) ? FRONT_DESK : SENIOR_MANAGEMENT;
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
