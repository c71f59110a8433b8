package io.redress.department.domain;

import static io.redress.chassis.decide.Decision.accept;
import static io.redress.chassis.decide.Decision.nothing;
import static io.redress.chassis.decide.Decision.reject;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.CooperationEvent.CorrectionAcknowledged;
import io.redress.contracts.CooperationEvent.EvidenceAttached;
import io.redress.contracts.CooperationEvent.KnowledgeContributed;
import io.redress.contracts.DepartmentCode;
import io.redress.department.domain.Cooperation.Contribution;
import io.redress.department.domain.Cooperation.Evidence;
import io.redress.department.domain.CooperationCommand.Acknowledge;
import io.redress.department.domain.CooperationCommand.AttachEvidence;
import io.redress.department.domain.CooperationCommand.Contribute;
import io.redress.department.domain.CooperationFact.ContributionKept;
import io.redress.department.domain.CooperationFact.EvidenceKept;
import io.redress.department.domain.DepartmentFact.Published;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Who knows something says it, and owns nothing by saying it (R68). Evidence moves nothing (R64). */
final class Contributing {
    static final int MOST = 50;

    private Contributing() {}

    static Decision<DepartmentFact> contribute(DepartmentCase state, Contribute command, Instant now) {
        List<Contribution> known = state.cooperation().contributions();
        Optional<Contribution> before =
                known.stream().filter(it -> it.key().equals(command.key())).findFirst();
        if (before.isPresent()) {
            boolean same = before.get().text().equals(command.text())
                    && Objects.equals(before.get().inquiryId(), command.inquiryId());
            return same ? nothing() : reused();
        }
        if (known.size() >= MOST) {
            return reject("too-many-contributions", "Expected at most " + MOST + " contributions to a case");
        }
        Contribution contribution = new Contribution(
                "contribution-" + (known.size() + 1),
                command.key(),
                command.speaker().department(),
                command.text(),
                command.speaker().by(),
                command.inquiryId(),
                now,
                List.of());
        return accept(
                new ContributionKept(contribution),
                new Published(new KnowledgeContributed(
                        command.caseId(),
                        contribution.id(),
                        contribution.department(),
                        contribution.text(),
                        contribution.by(),
                        contribution.inquiryId(),
                        now)));
    }

    static Decision<DepartmentFact> attach(DepartmentCase state, AttachEvidence command, Instant now) {
        List<Evidence> known = state.cooperation().evidence();
        Optional<Evidence> before =
                known.stream().filter(it -> it.key().equals(command.key())).findFirst();
        if (before.isPresent()) {
            boolean same = before.get().title().equals(command.title())
                    && Objects.equals(before.get().href(), command.href());
            return same ? nothing() : reused();
        }
        if (known.size() >= MOST) {
            return reject("too-much-evidence", "Expected at most " + MOST + " pieces of evidence in a case");
        }
        Evidence evidence = new Evidence(
                "evidence-" + (known.size() + 1),
                command.key(),
                command.speaker().department(),
                command.title(),
                command.href(),
                command.speaker().by(),
                now);
        return accept(
                new EvidenceKept(evidence),
                new Published(new EvidenceAttached(
                        command.caseId(),
                        evidence.id(),
                        evidence.department(),
                        evidence.title(),
                        evidence.href(),
                        evidence.by(),
                        now)));
    }

    /** Only who has a part in a case can have relied on what was said in it. */
    static Decision<DepartmentFact> acknowledge(DepartmentCase state, Acknowledge command, Instant now) {
        DepartmentCode department = command.department();
        if (state.requests().stream().noneMatch(it -> it.ask().department().equals(department))) {
            return reject("no-part-in-it", "Expected a department with a request in the case, but got " + department);
        }
        return accept(new Published(
                new CorrectionAcknowledged(command.caseId(), command.claimId(), department, command.by(), now)));
    }

    /** Those of the cited contributions that nobody has made. */
    static List<String> unknown(DepartmentCase state, List<String> cites) {
        return cites.stream()
                .filter(it -> state.cooperation().contributions().stream()
                        .noneMatch(known -> known.id().equals(it)))
                .toList();
    }

    private static Decision<DepartmentFact> reused() {
        return reject("reply-id-reused", "Expected a new key for something new");
    }
}
