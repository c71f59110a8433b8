package io.redress.resolution.domain;

import io.redress.contracts.DepartmentCode;
import io.redress.resolution.domain.ClaimCommand.Speaker;
import io.redress.resolution.domain.HeldStatement.Awaited;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Who must agree before something is said to the customer in words of our own, whatever facts stand in it (rule 6). What
 * a fact itself needs is in {@link ClaimGate}.
 */
final class StatementGates {
    private static final DepartmentCode SENIOR_MANAGEMENT = new DepartmentCode("senior-management");
    private static final DepartmentCode LEGAL = new DepartmentCode("legal-compliance");
    private static final DepartmentCode PUBLIC_RELATIONS = new DepartmentCode("marketing-pr");
    private static final List<String> BINDING = List.of("contract", "terms-of-service", "major-claim");

    private static final List<Policy> POLICIES = List.of(
            new Policy(
                    "crisis-communication-needs-senior-management",
                    SENIOR_MANAGEMENT,
                    "What we say where much is at stake, the whole organisation has said.",
                    StatementGates::isACrisis),
            new Policy(
                    "contract-needs-legal",
                    LEGAL,
                    "Whatever we say about contracts, terms and major claims must be lawful and bearable.",
                    it -> it.natures().stream().anyMatch(BINDING::contains) || isRoutedTo(it, LEGAL)),
            new Policy(
                    "one-text-needs-pr",
                    PUBLIC_RELATIONS,
                    "What we say in public and in private is the same text.",
                    it -> isRoutedTo(it, PUBLIC_RELATIONS)));

    private static final Awaited SECOND_PERSON = new Awaited(
            "words-without-a-claim-need-a-second-person",
            null,
            "What cites no claim may promise or admit what nobody has stated.");

    private StatementGates() {}

    private record Policy(String gate, DepartmentCode department, String reason, Predicate<Circumstances> needs) {}

    /** A department's own word passes its own gate. */
    static List<Awaited> of(Circumstances circumstances, Speaker speaker, boolean citesNothing) {
        Stream<Awaited> departments = POLICIES.stream()
                .filter(it -> it.needs().test(circumstances) && !it.department().equals(speaker.department()))
                .map(it -> new Awaited(it.gate(), it.department(), it.reason()));
        return Stream.concat(departments, citesNothing ? Stream.of(SECOND_PERSON) : Stream.empty())
                .toList();
    }

    /** A solution of exceptional value is approved as a solution; it makes no crisis. */
    private static boolean isACrisis(Circumstances circumstances) {
        return circumstances.crisis()
                || circumstances
                        .routedTo(SENIOR_MANAGEMENT)
                        .anyMatch(it -> !it.rule().equals(Gates.VALUE_NAMED));
    }

    private static boolean isRoutedTo(Circumstances circumstances, DepartmentCode department) {
        return circumstances.routedTo(department).findAny().isPresent();
    }
}
